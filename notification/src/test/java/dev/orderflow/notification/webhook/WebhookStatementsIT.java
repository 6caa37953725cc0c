package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** However many answers of endpoints are recorded together, it costs the same few statements; Postgres itself counts them. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class WebhookStatementsIT {

    @Inject
    WebhookHandler handler;

    @Inject
    UnitsOfWork units;

    @Inject
    Tables tables;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /**
     * Every other event was taken, the others are to be tried again. Beside the two statements that are messaging's own: a
     * task is still ours, and it is done.
     */
    @Test
    void recordsAHundredAnswersWithEightStatements() throws Throwable {
        var orders = Stream.generate(AnOrder::some).limit(100).toList();
        var answers = IntStream.range(0, orders.size())
                .mapToObj(n -> answered(orders.get(n), n % 2 == 0 ? 204 : 503))
                .toList();

        try (var log = StatementLog.start(url)) {
            VertxContextSupport.subscribeAndAwait(() -> units.run(work -> handler.record(work, answers)));

            assertThat(log.transactionWith(firstAndLast(answers)))
                    .satisfiesExactly(
                            lock -> assertThat(lock).startsWith("SELECT order_id, customer_id, email"),
                            deliveries ->
                                    assertThat(deliveries).startsWith("SELECT id, order_id, customer_id, template"),
                            update -> assertThat(update).startsWith("UPDATE webhook_delivery"),
                            find -> assertThat(find).startsWith("SELECT id, order_id, customer_id, channel"),
                            step -> assertThat(step).startsWith("UPDATE correspondence"),
                            finish -> assertThat(finish).startsWith("UPDATE notification"),
                            journal -> assertThat(journal).startsWith("WITH event"),
                            again -> assertThat(again).startsWith("INSERT INTO task"));
        }
        assertThat(tables.published(orders.getFirst())).containsExactly("orderflow.notification.sent order-placed");
    }

    private Answered<WebhookTask, HookAnswer> answered(AnOrder order, int status) {
        var hook = new WebhookTask(tables.haveAnEventToHandOver(order), order.id(), 0);
        var deadline = Instant.now().plus(Duration.ofDays(1));
        var task = new Task(EventIds.next(), WebhookTasks.KIND, order.id().toString(), "{}", null, 1, deadline);
        return new Answered<>(task, hook, new HookAnswer.Responded(UUID.randomUUID(), status), Cause.here());
    }

    private static String[] firstAndLast(List<Answered<WebhookTask, HookAnswer>> answers) {
        return new String[] {
            answers.getFirst().payload().delivery().toString(),
            answers.getLast().payload().delivery().toString(),
            "INSERT INTO task"
        };
    }
}
