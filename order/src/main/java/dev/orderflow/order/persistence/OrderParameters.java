package dev.orderflow.order.persistence;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Progress;
import dev.orderflow.order.domain.Terms;
import dev.orderflow.platform.events.ErasedCustomers;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The two statements that write orders, next to what fills them. */
@Singleton
final class OrderParameters {

    /**
     * Not those whose customer was erased after they got their ids: every other service would take them for ones of before
     * (see {@link ErasedCustomers#covers}). Expects that erasures are {@linkplain PersonalData#BEING_ERASED held off}.
     */
    static final String INSERT = """
            INSERT INTO orders (id, customer_id, reference, status, lines, currency, subtotal, shipping_fee, total, hold,
                                shipping_address, contact, payment_method, payment_token, due, round, stuck,
                                since, deadline, version, created_at, updated_at)
            SELECT order_id, customer_id, reference, status, lines::jsonb, currency, subtotal::numeric, shipping_fee::numeric,
                   total::numeric, hold, shipping_address::jsonb, contact::jsonb, payment_method, payment_token, '{}', round,
                   false, since, deadline, version, created_at, updated_at
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                        $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::int[],
                        $16::timestamptz[], $17::timestamptz[], $18::bigint[], $19::timestamptz[], $20::timestamptz[])
              AS n(order_id, customer_id, reference, status, lines, currency, subtotal, shipping_fee, total, hold,
                   shipping_address, contact, payment_method, payment_token, round, since, deadline, version, created_at,
                   updated_at)
            WHERE NOT\s""" + ErasedCustomers.covers("n");

    static final String UPDATE = """
            UPDATE orders o
            SET status = n.status, shipping_address = n.shipping_address::jsonb, cancellation = n.cancellation::jsonb,
                payment = n.payment::jsonb, shipment = n.shipment::jsonb, due = string_to_array(n.due, ','),
                round = n.round, stuck = n.stuck, since = n.since, deadline = n.deadline, version = n.version,
                updated_at = n.updated_at, return_round = n.return_round
            FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                        $9::boolean[], $10::timestamptz[], $11::timestamptz[], $12::bigint[], $13::timestamptz[],
                        $14::int[])
              AS n(id, status, shipping_address, cancellation, payment, shipment, due, round, stuck, since, deadline,
                   version, updated_at, return_round)
            WHERE o.id = n.id""";

    private final EventCodec json;

    @Inject
    OrderParameters(EventCodec json) {
        this.json = json;
    }

    Tuple inserting(List<Order> orders) {
        return Tuple.tuple()
                .addArrayOfUUID(column(orders, UUID[]::new, Order::id))
                .addArrayOfString(terms(orders, Terms::customerId))
                .addArrayOfString(terms(orders, Terms::reference))
                .addArrayOfString(strings(orders, order -> order.status().name()))
                .addArrayOfString(terms(orders, terms -> json.write(terms.lines())))
                .addArrayOfString(terms(orders, terms -> terms.total().currency()))
                .addArrayOfString(terms(orders, terms -> amount(terms.subtotal())))
                .addArrayOfString(terms(orders, terms -> amount(terms.shippingFee())))
                .addArrayOfString(terms(orders, terms -> amount(terms.total())))
                .addArrayOfString(terms(orders, Terms::hold))
                .addArrayOfString(
                        strings(orders, order -> text(order.recipient().address())))
                .addArrayOfString(
                        strings(orders, order -> text(order.recipient().contact())))
                .addArrayOfString(strings(orders, order -> order.means().method()))
                .addArrayOfString(strings(orders, order -> order.means().token()))
                .addArrayOfInteger(
                        column(orders, Integer[]::new, order -> order.progress().round()))
                .addArrayOfOffsetDateTime(
                        times(orders, order -> order.progress().since()))
                .addArrayOfOffsetDateTime(
                        times(orders, order -> order.progress().deadline()))
                .addArrayOfLong(column(orders, Long[]::new, Order::version))
                .addArrayOfOffsetDateTime(times(orders, order -> order.terms().placedAt()))
                .addArrayOfOffsetDateTime(times(orders, Order::updatedAt));
    }

    Tuple updating(List<Order> orders) {
        return Tuple.tuple()
                .addArrayOfUUID(column(orders, UUID[]::new, Order::id))
                .addArrayOfString(strings(orders, order -> order.status().name()))
                .addArrayOfString(
                        strings(orders, order -> text(order.recipient().address())))
                .addArrayOfString(strings(orders, order -> text(order.cancellation())))
                .addArrayOfString(strings(orders, order -> text(order.payment())))
                .addArrayOfString(strings(orders, order -> text(order.shipment())))
                .addArrayOfString(strings(orders, order -> due(order.progress())))
                .addArrayOfInteger(
                        column(orders, Integer[]::new, order -> order.progress().round()))
                .addArrayOfBoolean(
                        column(orders, Boolean[]::new, order -> order.progress().stuck()))
                .addArrayOfOffsetDateTime(
                        times(orders, order -> order.progress().since()))
                .addArrayOfOffsetDateTime(
                        times(orders, order -> order.progress().deadline()))
                .addArrayOfLong(column(orders, Long[]::new, Order::version))
                .addArrayOfOffsetDateTime(times(orders, Order::updatedAt))
                .addArrayOfInteger(
                        column(orders, Integer[]::new, order -> order.progress().returnRound()));
    }

    private String text(Object value) {
        return value == null ? null : json.write(value);
    }

    private static String due(Progress progress) {
        return progress.dueInOrder().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String amount(Money money) {
        return money.amount().toPlainString();
    }

    private static String[] terms(List<Order> orders, Function<Terms, String> value) {
        return strings(orders, order -> value.apply(order.terms()));
    }

    private static String[] strings(List<Order> orders, Function<Order, String> value) {
        return column(orders, String[]::new, value);
    }

    private static OffsetDateTime[] times(List<Order> orders, Function<Order, Instant> value) {
        return column(orders, OffsetDateTime[]::new, value.andThen(OrderParameters::time));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T[] column(List<Order> orders, IntFunction<T[]> array, Function<Order, T> value) {
        return orders.stream().map(value).toArray(array);
    }
}
