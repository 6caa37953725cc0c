package dev.orderflow.payment.persistence;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.payment.domain.Funds;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.domain.ProviderRefs;
import dev.orderflow.payment.domain.Requests;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** A payment as a row, and back. */
final class PaymentRow {

    private PaymentRow() {}

    static Payment payment(Row row) {
        return new Payment(
                row.getUUID("order_id"),
                row.getString("customer_id"),
                row.getUUID("id"),
                PaymentStatus.valueOf(row.getString("status")),
                funds(row),
                payBy(row),
                refs(row),
                requests(row),
                row.getLong("version"));
    }

    private static Instant payBy(Row row) {
        return Optional.ofNullable(row.getOffsetDateTime("pay_by"))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    private static ProviderRefs refs(Row row) {
        return new ProviderRefs(
                row.getString("intent_id"),
                row.getString("refund_id"),
                row.getInteger("refund_try"),
                row.getInteger("failed_tries"));
    }

    private static Requests requests(Row row) {
        return new Requests(
                Optional.ofNullable(row.getString("cause"))
                        .map(RefundCause::valueOf)
                        .orElse(null),
                row.getInteger("cancel_round"),
                row.getInteger("return_round"),
                row.getInteger("owed"));
    }

    private static Funds funds(Row row) {
        var currency = row.getString("currency");
        var taken = Optional.ofNullable(row.getString("taken_currency")).orElse(currency);
        return currency == null
                ? null
                : new Funds(
                        money(row, "amount", currency), money(row, "captured", taken), money(row, "refunded", taken));
    }

    /** A numeric keeps the scale that it was written with, but a hand that repaired a row may not have known. */
    private static Money money(Row row, String column, String currency) {
        int decimals = Money.zero(currency).amount().scale();
        return new Money(row.getBigDecimal(column).setScale(decimals), currency);
    }

    /** One array per column. */
    static Tuple columns(List<Payment> all) {
        return Tuple.tuple()
                .addArrayOfUUID(column(all, UUID[]::new, Payment::orderId))
                .addArrayOfUUID(column(all, UUID[]::new, Payment::id))
                .addArrayOfString(column(all, String[]::new, it -> it.status().name()))
                .addArrayOfString(column(all, String[]::new, it -> money(it, Funds::amount, Money::currency)))
                .addValue(column(all, BigDecimal[]::new, it -> money(it, Funds::amount, Money::amount)))
                .addValue(column(all, BigDecimal[]::new, it -> money(it, Funds::captured, Money::amount)))
                .addValue(column(all, BigDecimal[]::new, it -> money(it, Funds::refunded, Money::amount)))
                .addArrayOfOffsetDateTime(column(all, OffsetDateTime[]::new, PaymentRow::payBy))
                .addArrayOfString(column(all, String[]::new, it -> it.refs().intentId()))
                .addArrayOfString(column(all, String[]::new, it -> it.refs().refundId()))
                .addArrayOfInteger(column(all, Integer[]::new, it -> it.refs().refundTry()))
                .addArrayOfString(column(all, String[]::new, PaymentRow::cause))
                .addArrayOfInteger(
                        column(all, Integer[]::new, it -> it.requests().cancelRound()))
                .addArrayOfInteger(
                        column(all, Integer[]::new, it -> it.requests().returnRound()))
                .addArrayOfInteger(
                        column(all, Integer[]::new, it -> it.requests().owed()))
                .addArrayOfLong(column(all, Long[]::new, Payment::version))
                .addArrayOfString(column(all, String[]::new, PaymentRow::takenCurrency))
                .addArrayOfInteger(column(all, Integer[]::new, it -> it.refs().failedTries()));
    }

    /** Null, the usual case, if it is the order's own. */
    private static String takenCurrency(Payment payment) {
        return Optional.ofNullable(payment.funds())
                .map(funds -> funds.captured().currency())
                .filter(taken -> !taken.equals(payment.funds().amount().currency()))
                .orElse(null);
    }

    private static <T> T[] column(List<Payment> rows, IntFunction<T[]> array, Function<Payment, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    private static <T> T money(Payment payment, Function<Funds, Money> which, Function<Money, T> part) {
        return payment.funds() == null ? null : part.apply(which.apply(payment.funds()));
    }

    private static OffsetDateTime payBy(Payment payment) {
        return payment.payBy() == null ? null : payment.payBy().atOffset(ZoneOffset.UTC);
    }

    private static String cause(Payment payment) {
        return payment.requests().cause() == null
                ? null
                : payment.requests().cause().name();
    }
}
