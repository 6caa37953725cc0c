package dev.orderflow.order.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.inventory.InventoryEvent;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.shipping.ShippingEvent;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every status × everything that can happen. A cell in capitals is the next status; {@code late}, {@code impossible},
 * {@code duplicate} and {@code early} are ignored; {@code !name} is refused. What is emitted stands in docs/saga.md.
 */
class SagaTableTest {

    private static final String TO_DISPATCH = """
                                   | PENDING          | RESERVED         | CONFIRMED        | RECALLING        | SHIPPED
        StockReserved              | RESERVED         | late             | late             | late             | late
        StockRejected              | CANCELLED        | late             | late             | late             | late
        StockReleased              | impossible       | impossible       | impossible       | impossible       | late
        StockRestocked             | impossible       | impossible       | impossible       | impossible       | impossible
        PaymentCompleted           | impossible       | CONFIRMED        | late             | late             | late
        PaymentDeclined            | impossible       | CANCELLING       | late             | late             | late
        PaymentVoided              | impossible       | impossible       | impossible       | impossible       | late
        PaymentRefunded(cancelled) | impossible       | impossible       | impossible       | impossible       | late
        PaymentRefunded(returned)  | impossible       | impossible       | impossible       | impossible       | late
        RefundFailed(cancelled)    | impossible       | impossible       | impossible       | impossible       | late
        RefundFailed(returned)     | impossible       | impossible       | impossible       | impossible       | late
        ShipmentScheduled          | impossible       | impossible       | CONFIRMED        | RECALLING        | late
        ShipmentRejected           | impossible       | impossible       | CANCELLING       | CANCELLING       | late
        ShipmentDispatched         | impossible       | impossible       | SHIPPED          | SHIPPED          | late
        ShipmentDelivered          | impossible       | impossible       | impossible       | impossible       | DELIVERED
        ShipmentCancelled          | impossible       | impossible       | impossible       | CANCELLING       | late
        ReturnReceived             | impossible       | impossible       | impossible       | impossible       | impossible
        deadline                   | CANCELLING       | CANCELLING       | RECALLING        | RECALLING        | SHIPPED
        sweep too early            | early            | early            | early            | early            | early
        cancel                     | CANCELLING       | CANCELLING       | RECALLING        | duplicate        | !not-cancellable
        change address             | PENDING          | RESERVED         | !not-changeable  | !not-changeable  | !not-changeable
        accept return              | !not-returnable  | !not-returnable  | !not-returnable  | !not-returnable  | !not-returnable
        operator's retry           | !not-retryable   | !not-retryable   | !not-retryable   | RECALLING        | !not-retryable
        operator's resolve         | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable
        """;

    private static final String CANCELLATION = """
                                   | CANCELLING       | STOCK_LEFT       | PAYMENT_LEFT     | CANCELLED
        StockReserved              | late             | late             | late             | late
        StockRejected              | late             | late             | late             | late
        StockReleased              | CANCELLING       | CANCELLED        | late             | late
        StockRestocked             | impossible       | impossible       | impossible       | impossible
        PaymentCompleted           | late             | late             | late             | late
        PaymentDeclined            | late             | late             | late             | late
        PaymentVoided              | CANCELLING       | late             | CANCELLED        | late
        PaymentRefunded(cancelled) | CANCELLING       | late             | CANCELLED        | late
        PaymentRefunded(returned)  | late             | late             | late             | late
        RefundFailed(cancelled)    | CANCELLING       | CANCELLING       | CANCELLING       | CANCELLING
        RefundFailed(returned)     | late             | late             | late             | late
        ShipmentScheduled          | late             | late             | late             | late
        ShipmentRejected           | late             | late             | late             | late
        ShipmentDispatched         | late             | late             | late             | late
        ShipmentDelivered          | impossible       | impossible       | impossible       | late
        ShipmentCancelled          | late             | late             | late             | late
        ReturnReceived             | impossible       | impossible       | impossible       | impossible
        deadline                   | CANCELLING       | CANCELLING       | CANCELLING       | early
        sweep too early            | early            | early            | early            | early
        cancel                     | duplicate        | duplicate        | duplicate        | !already-cancelled
        change address             | !not-changeable  | !not-changeable  | !not-changeable  | !not-changeable
        accept return              | !not-returnable  | !not-returnable  | !not-returnable  | !not-returnable
        operator's retry           | CANCELLING       | CANCELLING       | CANCELLING       | !not-retryable
        operator's resolve         | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable
        """;

    private static final String RETURN = """
                                   | DELIVERED        | RETURNING        | REFUNDING        | RESTOCK_LEFT     | REFUND_LEFT      | RETURNED
        StockReserved              | late             | late             | late             | late             | late             | late
        StockRejected              | late             | late             | late             | late             | late             | late
        StockReleased              | late             | late             | late             | late             | late             | late
        StockRestocked             | impossible       | impossible       | REFUNDING        | RETURNED         | late             | late
        PaymentCompleted           | late             | late             | late             | late             | late             | late
        PaymentDeclined            | late             | late             | late             | late             | late             | late
        PaymentVoided              | late             | late             | late             | late             | late             | late
        PaymentRefunded(cancelled) | late             | late             | late             | late             | late             | late
        PaymentRefunded(returned)  | late             | late             | REFUNDING        | late             | RETURNED         | late
        RefundFailed(cancelled)    | late             | late             | late             | late             | late             | late
        RefundFailed(returned)     | late             | late             | REFUNDING        | REFUNDING        | REFUNDING        | REFUNDING
        ShipmentScheduled          | late             | late             | late             | late             | late             | late
        ShipmentRejected           | late             | late             | late             | late             | late             | late
        ShipmentDispatched         | late             | late             | late             | late             | late             | late
        ShipmentDelivered          | late             | late             | late             | late             | late             | late
        ShipmentCancelled          | late             | late             | late             | late             | late             | late
        ReturnReceived             | impossible       | REFUNDING        | late             | late             | late             | late
        deadline                   | early            | RETURNING        | REFUNDING        | REFUNDING        | REFUNDING        | early
        sweep too early            | early            | early            | early            | early            | early            | early
        cancel                     | !not-cancellable | !not-cancellable | !not-cancellable | !not-cancellable | !not-cancellable | !not-cancellable
        change address             | !not-changeable  | !not-changeable  | !not-changeable  | !not-changeable  | !not-changeable  | !not-changeable
        accept return              | RETURNING        | !not-returnable  | !not-returnable  | !not-returnable  | !not-returnable  | !not-returnable
        operator's retry           | !not-retryable   | RETURNING        | REFUNDING        | REFUNDING        | REFUNDING        | !not-retryable
        operator's resolve         | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable  | !not-resolvable
        """;

    /** One cell of the table. */
    record Cell(Situation situation, Stimulus stimulus, String expected) {

        @Override
        public String toString() {
            return situation + " + " + stimulus.title + " = " + expected;
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void decidesAsTheTableSays(Cell cell) {
        assertThat(told(cell.stimulus().on(cell.situation().reached()))).isEqualTo(cell.expected());
    }

    /** The aggregate's version grows by one per event, and the journal alone tells the same order. */
    @ParameterizedTest
    @MethodSource("cells")
    void foldsEveryTransition(Cell cell) {
        var journey = cell.stimulus().at(cell.situation().reached());
        var next = journey.decide(cell.stimulus().input) instanceof Verdict.Applied applied
                ? journey.with(applied)
                : journey;

        assertThat(next.order().version()).isEqualTo(next.journal().size());
        assertThat(next.folded()).isEqualTo(next.order().with(null).until(null));
    }

    @Test
    void isComplete() {
        assertThat(cells().map(cell -> List.of(cell.situation(), cell.stimulus())))
                .hasSize(Situation.values().length * Stimulus.values().length)
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Situation.values()).map(situation -> situation.status))
                .containsAll(EnumSet.allOf(OrderStatus.class));
    }

    @Test
    void knowsEveryAnswerOfEveryParticipant() {
        var payloads = Arrays.stream(Stimulus.values())
                .map(stimulus -> stimulus.input)
                .<Class<?>>mapMulti((input, into) -> payload(input).ifPresent(into))
                .toList();

        assertThat(payloads)
                .contains(InventoryEvent.class.getPermittedSubclasses())
                .contains(PaymentEvent.class.getPermittedSubclasses())
                .contains(ShippingEvent.class.getPermittedSubclasses());
    }

    private static Optional<Class<?>> payload(OrderInput input) {
        return switch (input) {
            case StockAnswered(var event) -> Optional.of(event.getClass());
            case PaymentAnswered(var event) -> Optional.of(event.getClass());
            case ShippingAnswered(var event) -> Optional.of(event.getClass());
            case OrderInput.DeadlinePassed _, OrderInput.Command _ -> Optional.empty();
        };
    }

    static Stream<Cell> cells() {
        return Stream.of(TO_DISPATCH, CANCELLATION, RETURN).flatMap(SagaTableTest::cells);
    }

    private static Stream<Cell> cells(String table) {
        var lines = table.lines().map(SagaTableTest::columns).toList();
        var situations =
                lines.getFirst().stream().skip(1).map(Situation::valueOf).toList();
        var cells = new ArrayList<Cell>();
        for (var line : lines.subList(1, lines.size())) {
            var stimulus = Stimulus.titled(line.getFirst());
            assertThat(line).as(stimulus.title).hasSize(situations.size() + 1);
            for (int n = 0; n < situations.size(); n++) {
                cells.add(new Cell(situations.get(n), stimulus, line.get(n + 1)));
            }
        }
        return cells.stream();
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static String told(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Applied(var next, var _) -> next.status().name();
            case Verdict.Ignored(var why) -> why.code();
            case Verdict.Refused(var refusal) -> "!" + refusal.code();
        };
    }
}
