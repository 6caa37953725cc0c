package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentEvent;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.Rows;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The provider's webhooks, its own and those that a test makes up in its name. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class WebhooksIT {

    private static final String SUCCEEDED = """
            {"id": "%s", "type": "payment_intent.succeeded", "data": {"object": {"object": "payment_intent",
             "id": "%s", "status": "succeeded", "amount_received": %d, "currency": "eur"}}}""";

    private static final String FAILED = """
            {"id": "%s", "type": "payment_intent.payment_failed", "data": {"object": {"object": "payment_intent",
             "id": "%s", "status": "requires_payment_method", "currency": "eur", "last_payment_error":
             {"type": "card_error", "code": "expired_card", "message": "Your card has expired."}}}}""";

    private static final String STRANGE = """
            {"id": "%s", "type": "customer.created", "data": {"object": {"object": "customer", "id": "cus_1"}}}""";

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    @BeforeEach
    void doNotListenToTheProvider() {
        TheProvider.isSilent();
    }

    @Test
    void believesAWebhookThatIsFasterThanTheCall() {
        var order = beingConfirmed();
        var event = event(SUCCEEDED, order, 12_990);

        send(event).statusCode(200);
        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentCompleted.class);
        send(event).statusCode(200);
        send(event(SUCCEEDED, order, 12_990)).statusCode(200);

        assertSettled(order, "129.90/0.00", PaymentCompleted.class);
    }

    @Test
    void givesBackWhatIsCapturedAfterAFailureWasReported() {
        var order = beforeItIsConfirmed(
                confirming -> send(event(FAILED, confirming, 0)).statusCode(200));

        assertThat(broker.answers(order, 1)).singleElement().isInstanceOfSatisfying(PaymentDeclined.class, declined -> {
            assertThat(declined.code()).isEqualTo("expired_card");
            assertThat(declined.message()).isEqualTo("Your card has expired.");
        });
        rows.awaitStatus(order, "REFUNDED");
        assertSettled(order, "129.90/129.90", PaymentDeclined.class);
    }

    @Test
    void ignoresAFailureThatIsReportedAfterTheSuccess() {
        var order = paid("tok_visa");

        send(event(FAILED, order, 0)).statusCode(200);

        assertSettled(order, "129.90/0.00", PaymentCompleted.class);
    }

    @Test
    void refundsWhatIsReportedAfterTheCancellation() {
        var order = beforeItIsConfirmed(confirming -> rows.awaitHandled(broker.publish(confirming.cancelled(1))));

        await().atMost(Duration.ofSeconds(30)).until(() -> TheProvider.hasTaken(rows.payment(order, "intent_id")));
        send(event(SUCCEEDED, order, 12_990)).statusCode(200);

        assertThat(kinds(broker.answers(order, 1))).containsExactly(PaymentRefunded.class);
        assertSettled(order, "129.90/129.90", PaymentRefunded.class);
    }

    @Test
    void looksUpAnAmountThatIsNotTheOrders() {
        var order = beingConfirmed();

        send(event(SUCCEEDED, order, 1)).statusCode(200);

        assertThat(broker.answers(order, 1))
                .singleElement()
                .isInstanceOfSatisfying(
                        PaymentCompleted.class,
                        completed -> assertThat(completed.amount()).isEqualTo(order.total()));
        assertSettled(order, "129.90/0.00", PaymentCompleted.class);
    }

    @Test
    void seesThatSomebodyPaidBackByHand() {
        var order = paid("tok_visa");
        TheProvider.tells(application);

        TheProvider.refundsByHand(rows.payment(order, "intent_id"));

        rows.awaitStatus(order, "REFUNDED");
        assertThat(rows.payment(order, "refunded")).isEqualTo("129.90");
        assertSettled(order, "129.90/129.90", PaymentCompleted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {STRANGE, SUCCEEDED, FAILED})
    void takesWhatIsAboutNothingOfOurs(String template) {
        send(template.formatted("evt_" + UUID.randomUUID(), "pi_of_somebody", 100))
                .statusCode(200);
    }

    /** The address is configured at the provider. */
    @Test
    void takesWhatIsSentToAnAddressWithAQuery() {
        send(STRANGE.formatted("evt_" + UUID.randomUUID()), "/webhooks/payments?tenant=1&tenant=2")
                .statusCode(200);
    }

    @Test
    void refusesWhatIsNotSigned() {
        refuses(given().body("{}"));
    }

    @Test
    void refusesAnotherBodyThanTheSignedOne() {
        var now = Instant.now();

        refuses(given().header("Stripe-Signature", TheProvider.signature("{}", now))
                .body("{ }"));
    }

    /** Five minutes from now it may be of now by the time it arrives. */
    @ParameterizedTest
    @ValueSource(longs = {-301, 360})
    void refusesWhatIsNotOfNow(long seconds) {
        var signature = TheProvider.signature("{}", Instant.now().plusSeconds(seconds));

        refuses(given().header("Stripe-Signature", signature).body("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "nonsense",
                "[]",
                "null",
                "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\","
                        + "\"data\":{\"object\":{\"object\":\"payment_intent\"}}}"
            })
    void refusesWhatIsNoEvent(String body) {
        send(body).statusCode(400).body("type", equalTo("/problems/invalid-request"));
    }

    private AnOrder beingConfirmed() {
        var order = AnOrder.paidWith("tok_slow");
        broker.publish(order.paymentRequested());
        rows.awaitIntent(order);
        return order;
    }

    /** An order of which this was known in time: where the machine has stalled for too long, another one is tried. */
    private AnOrder beforeItIsConfirmed(Consumer<AnOrder> tell) {
        Callable<AnOrder> told = () -> {
            var order = beingConfirmed();
            tell.accept(order);
            return order;
        };
        return await().atMost(Duration.ofMinutes(1))
                .until(told, order -> !TheProvider.hasTaken(rows.payment(order, "intent_id")));
    }

    private AnOrder paid(String token) {
        var order = AnOrder.paidWith(token);
        broker.publish(order.paymentRequested());
        broker.answers(order, 1);
        return order;
    }

    /** When all is over: the books and the answers, in their order. */
    private void assertSettled(AnOrder order, String ledger, Class<?>... answers) {
        rows.awaitNoTasks(order);
        assertThat(TheProvider.ledger(order)).containsExactly(ledger);
        assertThat(kinds(broker.answers(order))).containsExactly((Object[]) answers);
    }

    private String event(String template, AnOrder order, int amount) {
        return template.formatted("evt_" + UUID.randomUUID(), rows.payment(order, "intent_id"), amount);
    }

    private static ValidatableResponse send(String body) {
        return send(body, "/webhooks/payments");
    }

    private static ValidatableResponse send(String body, String address) {
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", TheProvider.signature(body, Instant.now()))
                .body(body)
                .post(address)
                .then();
    }

    private static void refuses(io.restassured.specification.RequestSpecification request) {
        request.contentType("application/json")
                .post("/webhooks/payments")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-signature"));
    }

    private static List<Object> kinds(List<PaymentEvent> events) {
        return events.stream().<Object>map(PaymentEvent::getClass).toList();
    }
}
