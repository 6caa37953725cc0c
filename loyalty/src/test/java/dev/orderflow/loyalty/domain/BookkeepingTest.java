package dev.orderflow.loyalty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.loyalty.domain.Outcome.Ignored;
import dev.orderflow.loyalty.domain.Outcome.Moved;
import dev.orderflow.loyalty.testing.AnOrder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of an order × what it has brought before. The order is worth 25 points by the rules of today. */
class BookkeepingTest {

    private static final EarningRules RULES = new EarningRules(Map.of("EUR", BigDecimal.ONE), 1);

    private static final Map<String, OrderPoints> BEFORE = Map.of(
            "nothing", new OrderPoints(0, false),
            // By the rules of another day.
            "20", new OrderPoints(20, false),
            "erased", new OrderPoints(0, true));

    private static final Map<String, Function<AnOrder, OrderEvent>> EVENTS = Map.ofEntries(
            Map.entry("delivered", AnOrder::delivered),
            Map.entry("delivered by hand", AnOrder::deliveredByHand),
            Map.entry("return closed", AnOrder::returnClosed),
            Map.entry("return closed by hand", AnOrder::returnClosedByHand),
            Map.entry("closed", AnOrder::closed),
            Map.entry("closed by hand", AnOrder::closedByHand),
            Map.entry("placed", AnOrder::placed),
            Map.entry("payment requested", AnOrder::paymentRequested),
            Map.entry("confirmed", AnOrder::confirmed),
            Map.entry("recall requested", AnOrder::recallRequested),
            Map.entry("shipped", AnOrder::shipped),
            Map.entry("cancelled", AnOrder::cancelled),
            Map.entry("return accepted", AnOrder::returnAccepted),
            Map.entry("returned", AnOrder::returned),
            Map.entry("stuck", AnOrder::stuck));

    private static final String TABLE = """
            event                 | nothing         | 20              | erased
            delivered             | EARNED 25       | earned-before   | erased
            delivered by hand     | EARNED 25       | earned-before   | erased
            return closed         | nothing-held    | TAKEN_BACK -20  | nothing-held
            return closed by hand | nothing-held    | TAKEN_BACK -20  | nothing-held
            closed                | nothing-held    | TAKEN_BACK -20  | nothing-held
            closed by hand        | nothing-held    | TAKEN_BACK -20  | nothing-held
            placed                | not-for-loyalty | not-for-loyalty | not-for-loyalty
            payment requested     | not-for-loyalty | not-for-loyalty | not-for-loyalty
            confirmed             | not-for-loyalty | not-for-loyalty | not-for-loyalty
            recall requested      | not-for-loyalty | not-for-loyalty | not-for-loyalty
            shipped               | not-for-loyalty | not-for-loyalty | not-for-loyalty
            cancelled             | not-for-loyalty | not-for-loyalty | not-for-loyalty
            return accepted       | not-for-loyalty | not-for-loyalty | not-for-loyalty
            returned              | not-for-loyalty | not-for-loyalty | not-for-loyalty
            stuck                 | not-for-loyalty | not-for-loyalty | not-for-loyalty
            """;

    private record Cell(String event, String before, String outcome) {}

    private static Stream<Cell> cells() {
        var lines = TABLE.lines().map(BookkeepingTest::columns).toList();
        return lines.stream()
                .skip(1)
                .flatMap(line -> Stream.of(1, 2, 3)
                        .map(column ->
                                new Cell(line.getFirst(), lines.getFirst().get(column), line.get(column))));
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void followsTheTable(Cell cell) {
        var event = EVENTS.get(cell.event()).apply(AnOrder.some());

        assertThat(words(Bookkeeping.decide(BEFORE.get(cell.before()), event, RULES)))
                .isEqualTo(cell.outcome());
    }

    @Test
    void theTableHasEveryEvent() {
        var types = EVENTS.values().stream()
                .map(event -> event.apply(AnOrder.some()).getClass())
                .collect(Collectors.toSet());

        assertThat(cells().map(Cell::event).collect(Collectors.toSet())).isEqualTo(EVENTS.keySet());
        assertThat(types).isEqualTo(Set.of(OrderEvent.class.getPermittedSubclasses()));
    }

    @Test
    void whatEarnsNothingMovesNothing() {
        var cheap = AnOrder.some().of("0.99", "EUR").delivered();

        assertThat(words(Bookkeeping.decide(new OrderPoints(0, false), cheap, RULES)))
                .isEqualTo("earns-nothing");
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case Moved(var kind, var points) -> kind + " " + points;
            case Ignored(var reason) -> reason.label();
        };
    }
}
