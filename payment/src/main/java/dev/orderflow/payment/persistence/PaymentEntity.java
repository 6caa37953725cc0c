package dev.orderflow.payment.persistence;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A payment for readers; written by {@link PaymentTable} alone. */
@Entity
@Immutable
@Table(name = "payment")
public class PaymentEntity {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    UUID id;

    @Enumerated(EnumType.STRING)
    PaymentStatus status;

    @Column(columnDefinition = "char(3)")
    String currency;

    BigDecimal amount;

    @Column(name = "taken_currency", columnDefinition = "char(3)")
    String takenCurrency;

    BigDecimal captured;

    BigDecimal refunded;

    @OneToMany
    @JoinColumn(name = "order_id", insertable = false, updatable = false)
    @OrderBy("id")
    List<AttemptEntity> attempts;

    public UUID orderId() {
        return orderId;
    }

    /** Null, like the amounts, if no payment was ever requested. */
    public UUID id() {
        return id;
    }

    public PaymentStatus status() {
        return status;
    }

    public Money amount() {
        return money(amount, currency);
    }

    public Money captured() {
        return money(captured, taken());
    }

    public Money refunded() {
        return money(refunded, taken());
    }

    /** Oldest first. */
    public List<AttemptEntity> attempts() {
        return attempts;
    }

    /** The provider may have taken another currency than the order's by mistake. */
    private String taken() {
        return takenCurrency == null ? currency : takenCurrency;
    }

    private static Money money(BigDecimal value, String currency) {
        return currency == null
                ? null
                : new Money(value.setScale(Money.zero(currency).amount().scale()), currency);
    }
}
