package dev.orderflow.payment.persistence;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** An attempt for readers; written by {@link AttemptTable} alone. */
@Entity
@Immutable
@Table(name = "payment_attempt")
public class AttemptEntity {

    @Id
    Long id;

    Instant at;

    String outcome;

    public Instant at() {
        return at;
    }

    /** In the words of {@link dev.orderflow.payment.domain.Fact#outcome()}. */
    public String outcome() {
        return outcome;
    }
}
