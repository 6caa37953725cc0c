package dev.orderflow.loyalty.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** An account as requests read it; only {@link AccountTable} and {@link Closures} write. */
@Entity
@Immutable
@Table(name = "account")
class AccountEntity {

    @Id
    @Column(name = "customer_id")
    String customerId;

    long balance;
}
