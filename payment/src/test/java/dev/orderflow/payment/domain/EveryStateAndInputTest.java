package dev.orderflow.payment.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Outcome.Ignored;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table, {@code rules.txt}: one line per state and input. */
class EveryStateAndInputTest {

    private static final Map<String, String> TABLE = table();

    static Stream<Arguments> cells() {
        return Fixtures.inputs().keySet().stream()
                .flatMap(input -> Fixtures.states().keySet().stream().map(state -> Arguments.of(state, input)));
    }

    @ParameterizedTest(name = "{0} + {1}")
    @MethodSource("cells")
    void does(String state, String input) {
        var payment = Fixtures.states().get(state);
        var outcome = PaymentRules.decide(payment, Fixtures.inputs().get(input));

        assertThat(told(outcome)).isEqualTo(TABLE.get(input + " | " + state));
        if (outcome instanceof Applied applied) {
            assertThat(applied.next().version())
                    .isEqualTo(payment.version() + Math.max(1, applied.events().size()));
            assertConsistent(applied.next());
        }
    }

    @Test
    void namesNothingElse() {
        assertThat(TABLE.keySet())
                .containsExactlyInAnyOrderElementsOf(cells().map(cell -> cell.get()[1] + " | " + cell.get()[0])
                        .toList());
    }

    private static void assertConsistent(Payment payment) {
        switch (payment.status()) {
            case NONE, CREATING, AUTHORISING, VOIDING ->
                assertThat(payment.hasTakenNothing()).isTrue();
            case DECLINED, VOIDED -> {
                assertThat(payment.hasTakenNothing()).isTrue();
                assertThat(payment.requests().owed()).isZero();
            }
            case CAPTURED, REFUNDING ->
                assertThat(payment.funds().refunded().isZero()).isTrue();
            case REFUND_FAILED -> {
                assertThat(payment.funds().refunded().isZero()).isTrue();
                assertThat(payment.requests().owed()).isZero();
            }
            case REFUNDED -> {
                assertThat(payment.funds().refunded()).isEqualTo(payment.funds().captured());
                assertThat(payment.requests().owed()).isZero();
            }
        }
    }

    static String told(Outcome outcome) {
        return switch (outcome) {
            case Ignored(var reason) -> "- " + reason;
            case Applied applied ->
                Stream.of(
                                Stream.of(applied.next().status().name()),
                                applied.events().stream()
                                        .map(event -> event.getClass().getSimpleName()),
                                applied.commands().stream()
                                        .map(command ->
                                                "-> " + command.getClass().getSimpleName()))
                        .flatMap(parts -> parts)
                        .map(String::valueOf)
                        .collect(joining(", "));
        };
    }

    private static Map<String, String> table() {
        var table = new HashMap<String, String>();
        try (var file = EveryStateAndInputTest.class.getResourceAsStream("rules.txt")) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.contains("|"))
                    .forEach(line -> {
                        var cells = line.split(" *\\| *");
                        table.put(cells[0] + " | " + cells[1], cells[2]);
                    });
            return table;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
