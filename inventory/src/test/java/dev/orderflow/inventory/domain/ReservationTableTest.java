package dev.orderflow.inventory.domain;

import static dev.orderflow.inventory.domain.Orders.of;
import static dev.orderflow.inventory.domain.ReservationStatus.NEW;
import static dev.orderflow.inventory.domain.ReservationStatus.REJECTED;
import static dev.orderflow.inventory.domain.ReservationStatus.RESERVED;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.SkuQuantity;
import dev.orderflow.inventory.domain.Outcome.Applied;
import dev.orderflow.inventory.domain.Outcome.Ignored;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state × event. The shelf holds 10 chairs, of which 4 are reserved; the order is about 3 of them. */
class ReservationTableTest {

    private static final List<SkuQuantity> LINES = List.of(of("chair", 3));
    private static final Shelf SHELF = new Shelf(new Stock("chair", 10, 4, 1), true);

    /** The events, with what tells two of one type apart. */
    private static final Map<String, Function<Orders, OrderEvent>> EVENTS = events();

    /** What is said: next state, change of on hand and of reserved, what is appended; or why it is ignored. */
    private static final String TABLE = """
            event             | NEW                        | RESERVED                     | REJECTED                   | RELEASED                     | CONSUMED                     | RESTOCKED
            placed            | RESERVED 0 3 StockReserved | already-decided              | already-decided            | already-closed               | already-decided              | already-decided
            placed too many   | REJECTED 0 0 StockRejected | already-decided              | already-decided            | already-closed               | already-decided              | already-decided
            shipped           | nothing-reserved           | CONSUMED -3 -3 StockConsumed | nothing-reserved           | nothing-reserved             | already-consumed             | already-consumed
            delivered         | nothing-reserved           | CONSUMED -3 -3 StockConsumed | nothing-reserved           | nothing-reserved             | already-consumed             | already-consumed
            delivered by hand | nothing-reserved           | CONSUMED -3 -3 StockConsumed | nothing-reserved           | nothing-reserved             | already-consumed             | already-consumed
            cancelled, stock due  | RELEASED 0 0 StockReleased     | RELEASED 0 -3 StockReleased+     | REJECTED 0 0 StockReleased | RELEASED 0 0 StockReleased+ | CONSUMED 0 0 StockReleased | RESTOCKED 0 0 StockReleased
            cancelled, round 1    | RELEASED 0 0 StockReleased     | RELEASED 0 -3 StockReleased+     | already-answered           | already-answered            | already-answered           | already-answered
            cancelled, not due    | RELEASED 0 0 ReservationClosed | RELEASED 0 -3 ReservationClosed+ | stock-not-due              | stock-not-due               | stock-not-due              | stock-not-due
            closed            | RELEASED 0 0 ReservationClosed | RELEASED 0 -3 ReservationClosed+ | nothing-reserved        | nothing-reserved             | nothing-reserved             | nothing-reserved
            closed by hand    | RELEASED 0 0 ReservationClosed | RELEASED 0 -3 ReservationClosed+ | nothing-reserved        | nothing-reserved             | nothing-reserved             | nothing-reserved
            return closed     | RELEASED 0 0 ReservationClosed | RELEASED 0 -3 ReservationClosed+ | nothing-reserved        | nothing-reserved             | nothing-reserved             | nothing-reserved
            return closed by hand | RELEASED 0 0 ReservationClosed | RELEASED 0 -3 ReservationClosed+ | nothing-reserved        | nothing-reserved             | nothing-reserved             | nothing-reserved
            returned, stock due   | RELEASED 0 0 StockRestocked | RESTOCKED 0 -3 StockRestocked+ | REJECTED 0 0 StockRestocked | RELEASED 0 0 StockRestocked | RESTOCKED 3 0 StockRestocked+ | RESTOCKED 0 0 StockRestocked+
            returned, round 1     | RELEASED 0 0 StockRestocked | RESTOCKED 0 -3 StockRestocked+ | already-answered            | already-answered            | already-answered              | already-answered
            returned, not due     | stock-not-due               | stock-not-due                  | stock-not-due               | stock-not-due               | stock-not-due                 | stock-not-due
            payment requested | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory
            confirmed         | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory
            recall requested  | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory
            return accepted   | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory
            stuck             | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory | not-for-inventory
            """;

    private static Map<String, Function<Orders, OrderEvent>> events() {
        var events = new LinkedHashMap<String, Function<Orders, OrderEvent>>();
        events.put("placed", order -> order.placed(of("chair", 3)));
        events.put("placed too many", order -> order.placed(of("chair", 7)));
        events.put("shipped", order -> order.shipped(of("chair", 3)));
        events.put("delivered", order -> order.delivered(false));
        events.put("delivered by hand", order -> order.delivered(true));
        events.put("cancelled, stock due", order -> order.cancelled(2, Due.STOCK, Due.PAYMENT));
        events.put("cancelled, round 1", order -> order.cancelled(1, Due.STOCK));
        events.put("cancelled, not due", order -> order.cancelled(2, Due.PAYMENT));
        events.put("closed", order -> order.closed(false));
        events.put("closed by hand", order -> order.closed(true));
        events.put("return closed", order -> order.returnClosed(false));
        events.put("return closed by hand", order -> order.returnClosed(true));
        events.put("returned, stock due", order -> order.returned(2, LINES, Due.STOCK, Due.PAYMENT));
        events.put("returned, round 1", order -> order.returned(1, LINES, Due.STOCK));
        events.put("returned, not due", order -> order.returned(2, LINES, Due.PAYMENT));
        events.put("payment requested", Orders::paymentRequested);
        events.put("confirmed", Orders::confirmed);
        events.put("recall requested", Orders::recallRequested);
        events.put("return accepted", Orders::returnAccepted);
        events.put("stuck", Orders::stuck);
        return events;
    }

    record Case(ReservationStatus state, String event, String expected) {}

    static Stream<Case> everyStateAndEvent() {
        var rows = TABLE.lines().map(ReservationTableTest::cells).toList();
        var states =
                rows.getFirst().stream().skip(1).map(ReservationStatus::valueOf).toList();
        return rows.stream()
                .skip(1)
                .flatMap(row -> states.stream()
                        .map(state -> new Case(state, row.getFirst(), row.get(1 + states.indexOf(state)))));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("everyStateAndEvent")
    void decides(Case one) {
        var order = Orders.order();
        var before = reservation(order, one.state());

        var outcome = ReservationDecider.decide(
                before,
                EVENTS.get(one.event()).apply(order),
                sku -> Optional.of(SHELF).filter(it -> sku.equals("chair")));

        assertThat(describe(before, outcome)).isEqualTo(one.expected());
    }

    @ParameterizedTest
    @MethodSource("everyStateAndEvent")
    void locksBeforehandWhatItChanges(Case one) {
        var order = Orders.order();
        var before = reservation(order, one.state());
        var event = EVENTS.get(one.event()).apply(order);
        var locked = before.skusFor(event);

        var outcome = ReservationDecider.decide(
                before, event, sku -> Optional.of(SHELF).filter(it -> locked.contains(sku)));

        assertThat(describe(before, outcome)).isEqualTo(one.expected());
    }

    @Test
    void coversEveryStateAndEveryEvent() {
        var cases = everyStateAndEvent().toList();

        assertThat(cases).hasSize(EVENTS.size() * ReservationStatus.values().length);
        assertThat(cases.stream().map(one -> typeOf(one.event())).collect(toSet()))
                .isEqualTo(Set.of(OrderEvent.class.getPermittedSubclasses()));
    }

    private static Class<?> typeOf(String event) {
        return EVENTS.get(event).apply(Orders.order()).getClass();
    }

    /** In every state but NEW and RESERVED round 1 of everything is answered, so that it is a duplicate there. */
    private static Reservation reservation(Orders order, ReservationStatus status) {
        boolean open = status == NEW || status == RESERVED;
        var lines = status == NEW || status == REJECTED ? List.<SkuQuantity>of() : LINES;
        int round = open ? 0 : 1;
        return new Reservation(order.id(), order.customer(), status, lines, round, round, open ? 0 : 5);
    }

    private static String describe(Reservation before, Outcome outcome) {
        return switch (outcome) {
            case Ignored ignored -> ignored.reason().label();
            case Applied applied -> describe(before, applied);
        };
    }

    /** A plus sign says that the event names the order's lines. */
    private static String describe(Reservation before, Applied applied) {
        assertThat(applied.next().version()).isEqualTo(before.version() + 1);
        assertThat(applied.stocks().stream().map(Stock::sku)).doesNotHaveDuplicates();
        long onHand =
                applied.stocks().stream().mapToLong(it -> it.onHand() - 10).sum();
        long reserved =
                applied.stocks().stream().mapToLong(it -> it.reserved() - 4).sum();
        var said = applied.event();
        boolean giving = said.toString().contains("lines=" + LINES);
        boolean always = Stream.of("StockReserved", "StockConsumed")
                .anyMatch(said.getClass().getSimpleName()::equals);
        return "%s %d %d %s%s"
                .formatted(
                        applied.next().status(),
                        onHand,
                        reserved,
                        said.getClass().getSimpleName(),
                        giving && !always ? "+" : "");
    }
}
