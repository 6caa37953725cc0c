package dev.orderflow.order.persistence;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Payment;
import dev.orderflow.order.domain.PaymentMeans;
import dev.orderflow.order.domain.Progress;
import dev.orderflow.order.domain.Recipient;
import dev.orderflow.order.domain.Shipment;
import dev.orderflow.order.domain.Terms;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes orders of rows. */
@Singleton
final class OrderRows {

    private final EventCodec json;

    @Inject
    OrderRows(EventCodec json) {
        this.json = json;
    }

    Order order(OrderEntity row) {
        return new Order(
                row.id,
                terms(row),
                new Recipient(read(row.shippingAddress, Address.class), read(row.contact, Contact.class)),
                new PaymentMeans(row.paymentMethod, row.paymentToken),
                progress(row),
                read(row.cancellation, Cancellation.class),
                read(row.payment, Payment.class),
                read(row.shipment, Shipment.class),
                row.version,
                row.updatedAt.toInstant());
    }

    private Terms terms(OrderEntity row) {
        return new Terms(
                row.customerId,
                row.reference,
                List.of(json.read(row.lines, OrderLine[].class)),
                money(row.subtotal, row.currency),
                money(row.shippingFee, row.currency),
                money(row.total, row.currency),
                row.hold,
                row.createdAt.toInstant());
    }

    private static Progress progress(OrderEntity row) {
        return new Progress(
                row.status,
                row.since.toInstant(),
                instant(row.deadline),
                due(row.due),
                row.round,
                row.returnRound,
                row.stuck);
    }

    private static Instant instant(OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Set<Due> due(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Due::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> T read(String text, Class<T> type) {
        return text == null ? null : json.read(text, type);
    }

    /** Numeric columns keep the scale they were given; an amount that lost it must not pass. */
    static Money money(BigDecimal amount, String currency) {
        return new Money(amount.setScale(Currency.getInstance(currency).getDefaultFractionDigits()), currency);
    }
}
