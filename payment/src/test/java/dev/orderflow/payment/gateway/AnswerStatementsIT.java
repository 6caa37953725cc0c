package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.IntentToEnd;
import dev.orderflow.payment.messaging.TaskKinds;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * However much of what the provider says is recorded together, it costs the same few statements; Postgres itself counts
 * them. The payments are told of here alone: the provider knows none of them.
 */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class AnswerStatementsIT {

    private static final String SUCCEEDED = """
            {"id": "evt_%s", "type": "payment_intent.succeeded", "data": {"object": {"object": "payment_intent",
             "id": "%s", "status": "succeeded", "amount_received": 12990, "currency": "eur"}}}""";

    @Inject
    ConfirmIntentTask confirm;

    @Inject
    WebhookIntake webhooks;

    @Inject
    UnitsOfWork units;

    @Inject
    Rows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final List<AnOrder> orders =
            Stream.generate(() -> AnOrder.paidWith("tok_visa")).limit(100).toList();

    @BeforeEach
    void areBeingConfirmed() {
        orders.forEach(rows::isBeingConfirmed);
    }

    /** Beside the two that are messaging's own: a task is still ours, and it is done. */
    @Test
    void recordsAHundredAnswersWithFourStatements() throws Throwable {
        var answers = orders.stream().map(this::captured).toList();

        try (var log = StatementLog.start(url)) {
            VertxContextSupport.subscribeAndAwait(() -> units.run(work -> confirm.record(work, answers)));

            assertThat(log.transactionWith(firstAndLast("UPDATE payment")))
                    .satisfiesExactly(
                            lock -> assertThat(lock).startsWith("SELECT order_id"),
                            update -> assertThat(update).startsWith("UPDATE payment"),
                            attempts -> assertThat(attempts).startsWith("INSERT INTO payment_attempt"),
                            journal -> assertThat(journal).startsWith("WITH event"));
        }
        assertThat(orders).allSatisfy(this::isCaptured);
    }

    /** The first transaction waits for the journal, and the webhooks behind it share the second. */
    @Test
    void takesAHundredWebhooksWithSixStatements() throws Throwable {
        var bodies = orders.stream().map(this::webhook).toList();

        try (var log = StatementLog.start(url)) {
            takeAtOnce(bodies);

            assertThat(log.transactionsWith("SELECT traceparent", "UPDATE payment"))
                    .hasSizeLessThanOrEqualTo(2)
                    .allSatisfy(statements -> assertThat(statements)
                            .satisfiesExactly(
                                    lock -> assertThat(lock).startsWith("SELECT traceparent"),
                                    known -> assertThat(known).startsWith("SELECT id FROM provider_event"),
                                    update -> assertThat(update).startsWith("UPDATE payment"),
                                    attempts -> assertThat(attempts).startsWith("INSERT INTO payment_attempt"),
                                    mark -> assertThat(mark).startsWith("INSERT INTO provider_event"),
                                    journal -> assertThat(journal).startsWith("WITH event")));
        }
        assertThat(orders).allSatisfy(this::isCaptured);
    }

    private void takeAtOnce(List<byte[]> bodies) throws Exception {
        try (var journal = rows.lockingTheJournal()) {
            var taken = bodies.stream()
                    .map(body -> webhooks.take(body).subscribeAsCompletionStage())
                    .toArray(CompletableFuture[]::new);
            journal.rollback();
            CompletableFuture.allOf(taken).join();
        }
    }

    private Answered<IntentToEnd, Fact> captured(AnOrder order) {
        var task = new Task(
                EventIds.next(), TaskKinds.CONFIRM_INTENT, order.id().toString(), "{}", null, 1, order.payBy());
        return new Answered<>(
                task,
                new IntentToEnd(order.id(), order.id(), intent(order)),
                new Fact.Captured(order.total()),
                Cause.here());
    }

    private byte[] webhook(AnOrder order) {
        return SUCCEEDED.formatted(UUID.randomUUID(), intent(order)).getBytes(UTF_8);
    }

    private String intent(AnOrder order) {
        return rows.payment(order, "intent_id");
    }

    private void isCaptured(AnOrder order) {
        assertThat(rows.payment(order, "status")).isEqualTo("CAPTURED");
    }

    private String[] firstAndLast(String statement) {
        return new String[] {
            statement, orders.getFirst().id().toString(), orders.getLast().id().toString()
        };
    }
}
