package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider fails, dies and comes back; a worker dies. The money is taken once, or not at all. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class FaultsIT extends PaymentFixture {

    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AfterEach
    void leaveAProviderBehind() {
        TheProvider.dies("never");
        TheProvider.comesBack();
    }

    @Test
    void triesAgainAfterServerErrors() {
        var order = AnOrder.paidWith("tok_flaky");

        broker.publish(order.paymentRequested());

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
        assertThat(rows.attempts(order))
                .containsExactly("intent-created", "unavailable:503", "unavailable:503", "captured");
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-create", "after-create", "before-confirm", "after-confirm"})
    void takesTheMoneyOnceIfTheProviderDies(String moment) {
        var order = AnOrder.paidWith("tok_visa");
        TheProvider.dies(moment);

        broker.publish(order.paymentRequested());
        TheProvider.awaitDeath();
        TheProvider.comesBack();

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        assertThat(broker.answers(order)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"before-refund", "after-refund"})
    void paysBackOnceIfTheProviderDies(String moment) {
        var order = AnOrder.paidWith("tok_visa");
        broker.publish(order.paymentRequested());
        broker.answers(order, 1);
        TheProvider.dies(moment);

        broker.publish(order.cancelled(1));
        TheProvider.awaitDeath();
        TheProvider.comesBack();

        assertThat(kinds(broker.answers(order, 2))).containsExactly(PaymentCompleted.class, PaymentRefunded.class);
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @Test
    void takesTheMoneyOnceIfAnotherWorkerTakesOver() {
        var order = AnOrder.paidWith("tok_slow");
        broker.publish(order.paymentRequested());
        await().atMost(PATIENCE).until(() -> "processing".equals(statusAtTheProvider(order)));

        rows.awaitTakenOver(order, "confirm-intent");

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        assertThat(broker.answers(order)).hasSize(1);
    }

    /** Without the breaker each of the tasks would call about twice a second. */
    @Test
    void leavesAProviderThatIsAwayAloneAndPaysOnceItIsBack() {
        var orders = Stream.generate(() -> AnOrder.paidWith("tok_visa").payableFor(Duration.ofMinutes(3)))
                .limit(60)
                .toList();
        TheProvider.kill();
        double before = timesOpened();
        orders.forEach(order -> broker.publish(order.paymentRequested()));
        await().atMost(PATIENCE).until(() -> timesOpened() > before);

        int calls = TheProvider.calls();
        await().during(Duration.ofSeconds(5))
                .atMost(Duration.ofSeconds(10))
                .until(() -> TheProvider.calls() - calls < 60);
        TheProvider.comesBack();

        assertThat(orders).allSatisfy(order -> {
            assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
            assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        });
    }

    @Test
    void declinesInTimeIfTheProviderIsAway() {
        var order = AnOrder.paidWith("tok_visa").payableFor(A_MOMENT);
        TheProvider.kill();

        broker.publish(order.paymentRequested());

        assertThat(codes(broker.answers(order, 1))).containsExactly("provider-unavailable");
        assertThat(rows.attempts(order)).contains("unreachable").endsWith("not-created:provider-unavailable");
        assertThat(rows.mentioning(order, "tok_visa")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"before-confirm, timed-out, canceled", "after-confirm, , succeeded"})
    void asksTheProviderWhatHappenedWhenTheTimeIsOver(String moment, String code, String status) {
        var order = AnOrder.paidWith("tok_visa").payableFor(A_MOMENT);
        TheProvider.isSilent();
        TheProvider.dies(moment);
        broker.publish(order.paymentRequested());
        TheProvider.awaitDeath();
        await().atMost(PATIENCE).until(() -> rows.attempt(order, "settle-intent") > 0);
        assertThat(broker.answers(order)).isEmpty();

        TheProvider.comesBack();

        var answers = broker.answers(order, 1);
        assertThat(code == null ? kinds(answers) : codes(answers))
                .isEqualTo(code == null ? List.of(PaymentCompleted.class) : List.of(code));
        assertThat(statusAtTheProvider(order)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"before-confirm, PaymentVoided, canceled, 0", "after-confirm, PaymentRefunded, succeeded, 1"})
    void answersACancellationOnceTheProviderHasTold(String moment, String answer, String status, int taken) {
        var order = AnOrder.paidWith("tok_visa");
        TheProvider.isSilent();
        TheProvider.dies(moment);
        broker.publish(order.paymentRequested());
        TheProvider.awaitDeath();
        rows.awaitHandled(broker.publish(order.cancelled(1)));
        assertThat(broker.answers(order)).isEmpty();

        TheProvider.comesBack();

        assertThat(broker.answers(order, 1))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly(answer);
        rows.awaitNoTasks(order);
        assertThat(statusAtTheProvider(order)).isEqualTo(status);
        assertThat(TheProvider.ledger(order)).isEqualTo(taken == 0 ? List.of() : List.of("129.90/129.90"));
    }

    @Test
    void doesNotBotherTheProviderWithWhatIsNoLongerWanted() {
        var order = AnOrder.paidWith("tok_visa");
        TheProvider.kill();
        broker.publish(order.paymentRequested());
        await().atMost(PATIENCE).until(() -> rows.attempts(order).contains("unreachable"));

        broker.publish(order.cancelled(1));

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentVoided.class);
        assertThat(rows.payment(order, "intent_id")).isNull();
    }

    private static double timesOpened() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("ft_circuitbreaker_opened_total") && line.contains("ProviderGuard.ask"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private String statusAtTheProvider(AnOrder order) {
        var intent = rows.payment(order, "intent_id");
        return intent == null ? null : TheProvider.intent(intent).getString("status");
    }

    private static List<Object> kinds(List<PaymentEvent> events) {
        return events.stream().<Object>map(PaymentEvent::getClass).toList();
    }

    private static List<Object> codes(List<PaymentEvent> events) {
        return events.stream()
                .<Object>map(event -> ((PaymentDeclined) event).code())
                .toList();
    }
}
