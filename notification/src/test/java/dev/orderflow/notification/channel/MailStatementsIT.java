package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Template;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** However many mails are recorded together, it costs the same few statements; Postgres itself counts them. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class MailStatementsIT {

    @Inject
    MailHandler handler;

    @Inject
    UnitsOfWork units;

    @Inject
    Tables tables;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    /** Beside the two that are messaging's own: a task is still ours, and it is done. */
    @Test
    void recordsAHundredMailsWithSixStatements() throws Throwable {
        var orders = Stream.generate(AnOrder::some).limit(100).toList();
        var answers = orders.stream().map(this::taken).toList();

        try (var log = StatementLog.start(url)) {
            VertxContextSupport.subscribeAndAwait(() -> units.run(work -> handler.record(work, answers)));

            assertThat(log.transactionWith(
                            orders.getFirst().id().toString(),
                            answers.getLast().payload().notificationId().toString(),
                            "INSERT INTO task"))
                    .satisfiesExactly(
                            lock -> assertThat(lock).startsWith("SELECT order_id, customer_id, email"),
                            next -> assertThat(next).startsWith("UPDATE correspondence"),
                            finish -> assertThat(finish).startsWith("UPDATE notification"),
                            find -> assertThat(find).startsWith("SELECT id, order_id, customer_id, channel"),
                            journal -> assertThat(journal).startsWith("WITH event"),
                            mails -> assertThat(mails).startsWith("INSERT INTO task"));
        }
        assertThat(orders)
                .allSatisfy(order ->
                        assertThat(tables.published(order)).startsWith("orderflow.notification.sent order-placed"));
    }

    private Answered<MailTask, Delivery> taken(AnOrder order) {
        var mail = new MailTask(
                tables.haveMailsToSend(order),
                order.id(),
                order.customer(),
                Template.ORDER_PLACED,
                Facts.NONE,
                Language.EN);
        var deadline = Instant.now().plus(Duration.ofDays(1));
        var task = new Task(EventIds.next(), MailTasks.KIND, order.id().toString(), "{}", null, 1, deadline);
        return new Answered<>(task, mail, new Delivery.Accepted(), Cause.here());
    }
}
