package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a batch costs the database, as the server itself logs it. */
class StatementsIT extends ConsumerFixture {

    private static final Pattern STATEMENT = Pattern.compile("LOG:  (?:statement|execute [^:]+): (.*)");

    @Test
    void handlesFiveHundredEventsInSixStatements() throws Exception {
        var handler = new SchedulingHandler();
        consume(deliver(Envelope.tick("warm", 1)));
        var envelopes = new ArrayList<Envelope>();
        for (long n = 1; n <= 5; n++) {
            for (int counter = 0; counter < 100; counter++) {
                envelopes.add(Envelope.tick("c" + counter, n));
            }
        }
        var batch = Envelope.deliver(topic, envelopes);

        try (var observed = process()) {
            logStatements("all");
            EventLoop.await(EventLoop.start(
                    observed.vertx, () -> consumer(observed, handler).consume(batch)));
            logStatements("none");
        }

        var statements = statements();
        assertThat(database.number("SELECT count(*) FROM journal WHERE type = 'test.echoed'"))
                .isEqualTo(501);
        assertThat(database.number("SELECT count(*) FROM task")).isEqualTo(500);
        assertThat(statements)
                .filteredOn(statement -> !statement.equals("BEGIN") && !statement.equals("COMMIT"))
                .as("statements beside BEGIN and COMMIT")
                .hasSize(6);
        assertThat(statements).startsWith("BEGIN").endsWith("COMMIT").hasSize(8);
    }

    /** Only a superuser may say so; it holds for sessions that begin later. */
    private void logStatements(String which) throws Exception {
        try (var superuser = database.superuser()) {
            Database.execute(
                    superuser, "ALTER DATABASE \"%s\" SET log_statement = '%s'".formatted(database.name(), which));
        }
    }

    private List<String> statements() throws Exception {
        var marked = " " + database.name() + " ";
        return Files.readAllLines(EmbeddedParts.shared().log(Name.POSTGRES)).stream()
                .filter(line -> line.contains(marked))
                .map(STATEMENT::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(statement -> statement.group(1).strip())
                .filter(statement -> !statement.matches("(ALTER DATABASE|SET application_name).*"))
                .toList();
    }

    /** Every event leads to an event and to a task. */
    private static final class SchedulingHandler extends TallyHandler {

        @Override
        public Decision decide(Tallies tallies, Delivery event) {
            var echoed = (Decision.Applied) super.decide(tallies, event);
            var due = Instant.now();
            var task = new NewTask("call", event.key(), event.payload(), due, due.plusSeconds(60));
            return new Decision.Applied(echoed.events(), List.of(task));
        }
    }
}
