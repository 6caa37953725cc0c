package dev.orderflow.order.domain.saga;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.order.domain.InternalEvent;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table in the documentation is the one that the code decides by. */
class SagaDocTest {

    private static final Path DOC = Path.of("..", "docs", "saga.md");
    private static final String HEAD = "| state | event | next | emits |\n|---|---|---|---|\n";

    @Test
    void documentsEveryTransition() throws IOException {
        assertThat(Files.readString(DOC)).as("docs/saga.md holds this table").contains(HEAD + table());
    }

    private static String table() {
        var rows = new ArrayList<String>();
        for (var situation : Situation.values()) {
            for (var stimulus : Stimulus.values()) {
                if (stimulus.on(situation.reached()) instanceof Verdict.Applied applied) {
                    rows.add(row(situation, stimulus, applied));
                }
            }
        }
        return String.join("", rows);
    }

    private static String row(Situation situation, Stimulus stimulus, Verdict.Applied applied) {
        var emits = applied.events().stream().map(SagaDocTest::name).collect(joining(", "));
        return "| %s | %s | %s | %s |\n".formatted(situation.title, stimulus.title, next(applied.next()), emits);
    }

    private static String next(Order order) {
        var progress = order.progress();
        var due = progress.dueInOrder().stream()
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        return order.status() + (due.isEmpty() ? "" : ", due {" + due + "}") + (progress.stuck() ? ", stuck" : "");
    }

    /** Internal events in italics. */
    private static String name(OrderScoped event) {
        var name = event.getClass().getSimpleName();
        return Arrays.asList(InternalEvent.class.getPermittedSubclasses()).contains(event.getClass())
                ? "*" + name + "*"
                : name;
    }
}
