package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
import dev.orderflow.payment.testing.Mailroom;
import dev.orderflow.payment.testing.PatientCalls;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.Rows;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the provider tells arrives many times at once, while the call that it is about has not been answered yet. The
 * provider has really taken the money; its answers to the call come once the webhooks are through. Races of each
 * kind come in two halves; {@code -Dorderflow.races=50} makes each a hundred, which takes minutes.
 */
@QuarkusTest
@TestProfile(PatientCalls.class)
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "payment"))
@QuarkusTestResource(ProviderParts.class)
class WebhookRacesIT {

    private static final int HALF = Integer.getInteger("orderflow.races", 10);

    private static final String COMPLETED = "orderflow.payment.completed";
    private static final String DECLINED = "orderflow.payment.declined";
    private static final String REFUNDED = "orderflow.payment.refunded";

    private static final String FAILURE = """
            {"id": "evt_%s", "type": "payment_intent.payment_failed", "data": {"object": {"object": "payment_intent",
             "id": "%s", "status": "requires_payment_method", "currency": "eur", "last_payment_error":
             {"type": "card_error", "code": "expired_card", "message": "Your card has expired."}}}}""";

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    private final Mailroom mailroom = Mailroom.open();

    @BeforeEach
    void takeTheProvidersWebhooks() {
        TheProvider.tellsInstead(mailroom.address());
        TheProvider.keepsBack("confirm");
    }

    @AfterEach
    void leaveAProviderThatAnswersAndHears() {
        TheProvider.answers();
        TheProvider.hearsWell();
        TheProvider.isSilent();
        mailroom.close();
    }

    @RepeatedTest(2)
    void theSameSuccessTwiceAtOnceHasOneEffect() {
        var orders = paidButNotAnswered();

        race(orders, order -> List.of(mailroom.success(order), mailroom.success(order)));

        assertThat(orders).allSatisfy(order -> assertSettled(order, "129.90/0.00", COMPLETED));
    }

    @RepeatedTest(2)
    void twoEventsOfOneSuccessHaveOneEffect() {
        var orders = paidButNotAnswered();

        race(orders, order -> List.of(mailroom.success(order), another(mailroom.success(order))));

        assertThat(orders).allSatisfy(order -> assertSettled(order, "129.90/0.00", COMPLETED));
    }

    /** Whichever is heard first is answered; if that was the lie, the money goes back. */
    @RepeatedTest(2)
    void successAndFailureAtOnceHaveOneEffect() {
        var orders = paidButNotAnswered();

        race(orders, order -> List.of(mailroom.success(order), failure(order)));

        assertThat(orders).allSatisfy(order -> {
            rows.awaitNoTasks(order);
            boolean paid = rows.announced(order).contains(COMPLETED);
            assertSettled(order, paid ? "129.90/0.00" : "129.90/129.90", paid ? COMPLETED : DECLINED);
        });
    }

    @RepeatedTest(2)
    void successTwiceAtOnceAfterACancellationIsPaidBackOnce() {
        var orders = paidButNotAnswered();
        orders.stream()
                .map(order -> broker.publish(order.cancelled(1)))
                .toList()
                .forEach(rows::awaitHandled);

        race(orders, order -> List.of(mailroom.success(order), another(mailroom.success(order))));

        assertThat(orders).allSatisfy(order -> assertSettled(order, "129.90/129.90", REFUNDED));
        assertThat(orders)
                .allSatisfy(order -> assertThat(TheProvider.refunds(rows.payment(order, "intent_id")))
                        .isEqualTo(1));
    }

    @RepeatedTest(2)
    void successAndCancellationAtOnceArePaidBackOnce() {
        var orders = paidButNotAnswered();

        var cancellations = new ConcurrentLinkedQueue<UUID>();
        race(orders, order -> {
            cancellations.add(broker.publish(order.cancelled(1)));
            return List.of(mailroom.success(order), mailroom.success(order));
        });
        cancellations.forEach(rows::awaitHandled);

        assertThat(orders).allSatisfy(order -> {
            rows.awaitStatus(order, "REFUNDED");
            boolean paidFirst = rows.announced(order).contains(COMPLETED);
            assertSettled(
                    order, "129.90/129.90", paidFirst ? new String[] {COMPLETED, REFUNDED} : new String[] {REFUNDED});
        });
    }

    /** The event lies; the provider's own books do not. */
    @RepeatedTest(2)
    void anAmountThatOnlyTheEventHasIsNotBelieved() {
        var orders = paidButNotAnswered();

        race(orders, order -> {
            var lie = mailroom.success(order).replace("\"amount_received\":12990", "\"amount_received\":1");
            assertThat(lie).isNotEqualTo(mailroom.success(order));
            return List.of(another(lie), another(lie));
        });

        assertThat(orders).allSatisfy(order -> assertSettled(order, "129.90/0.00", COMPLETED));
    }

    /** The provider was asked for something else than the order costs, and has taken it. */
    @ParameterizedTest
    @CsvSource({
        "amount=12990, amount=100, 1.00/1.00, EUR",
        "amount=12990, amount=1299000, 12990.00/12990.00, EUR",
        "currency=eur, currency=usd, 129.90/129.90, USD",
        "currency=eur, currency=krw, 12990/12990, KRW",
        "amount=12990+currency=eur, amount=12995+currency=bhd, 12.995/12.995, BHD"
    })
    void anAmountThatIsNotTheOrdersGoesBackAndIsDeclined(String asked, String heard, String ledger, String currency) {
        TheProvider.mishears(asked, heard);
        var orders = paidButNotAnswered();

        race(orders, order -> List.of(mailroom.success(order), mailroom.success(order)));

        assertThat(orders).allSatisfy(order -> {
            rows.awaitStatus(order, "REFUNDED");
            assertSettled(order, ledger, DECLINED);
        });
        given().auth()
                .oauth2(Tokens.operator("o-1"))
                .get("/payments/" + orders.getFirst().id())
                .then()
                .body("amount.amount", equalTo("129.90"))
                .body("captured.amount", equalTo(ledger.split("/")[0]))
                .body("captured.currency", equalTo(currency));
    }

    /** The provider has taken the money, and payment has not heard of it. */
    private List<AnOrder> paidButNotAnswered() {
        var orders = IntStream.range(0, HALF)
                .mapToObj(n -> AnOrder.paidWith("tok_visa"))
                .toList();
        orders.forEach(order -> broker.publish(order.paymentRequested()));
        orders.forEach(mailroom::success);
        return orders;
    }

    private void race(List<AnOrder> orders, Function<AnOrder, List<String>> events) {
        assertThat(together(orders, order -> mailroom.deliverAtOnce(application, events.apply(order))))
                .allSatisfy(answers -> assertThat(answers).containsOnly(200));
        TheProvider.answers();
    }

    private static <T> List<T> together(List<AnOrder> orders, Function<AnOrder, T> each) {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = orders.stream()
                    .map(order -> CompletableFuture.supplyAsync(() -> each.apply(order), all))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    /** When all is over: the provider's books, and what payment has said, in its order. */
    private void assertSettled(AnOrder order, String ledger, String... announced) {
        rows.awaitNoTasks(order);
        assertThat(rows.announced(order)).containsExactly(announced);
        assertThat(TheProvider.ledger(order)).containsExactly(ledger);
    }

    /** The same event under an id of its own. */
    private static String another(String event) {
        return event.replaceFirst("\"id\":\"evt_[^\"]+\"", "\"id\":\"evt_" + UUID.randomUUID() + "\"");
    }

    private String failure(AnOrder order) {
        return FAILURE.formatted(UUID.randomUUID(), rows.payment(order, "intent_id"));
    }
}
