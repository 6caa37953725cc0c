package dev.orderflow.payment.reconciliation;

import static dev.orderflow.payment.reconciliation.Differences.PATH;
import static dev.orderflow.payment.reconciliation.Differences.PATIENCE;
import static dev.orderflow.payment.reconciliation.Differences.asOperator;
import static dev.orderflow.payment.reconciliation.Differences.awaitAgreement;
import static dev.orderflow.payment.reconciliation.Differences.awaitDifference;
import static dev.orderflow.payment.reconciliation.Differences.awaitRuns;
import static dev.orderflow.payment.reconciliation.Differences.differences;
import static dev.orderflow.payment.reconciliation.Differences.lastFinish;
import static dev.orderflow.payment.reconciliation.Differences.side;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.Broker;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of difference to the provider's real books, made from outside, found, and gone when it is mended. */
@QuarkusTest
@TestProfile(OftenReconciled.class)
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "payment"))
@QuarkusTestResource(ProviderParts.class)
class ReconciliationIT {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Money FIVE = Money.of("5.00", "EUR");

    @Inject
    Broker broker;

    @Inject
    Rows rows;

    @TestHTTPResource
    URI application;

    @BeforeEach
    void listenToTheProvider() {
        TheProvider.tells(application);
    }

    @AfterEach
    void leaveAProviderBehind() {
        TheProvider.comesBack();
    }

    @Test
    void findsWhatWasCapturedBehindPaymentsBackUntilItIsPaidBack() {
        var takenAt = Instant.now();
        var intent = TheProvider.takesByHand(FIVE);

        var found = awaitDifference(intent, "CAPTURED_THERE_ONLY");

        assertThat(found).doesNotContainKeys("here", "orderId");
        assertThat(side(found, "there")).isEqualTo("5.00/0.00 EUR");
        assertThat(Instant.parse((String) found.get("firstSeenAt")))
                .as("what is in flight is left alone")
                .isAfterOrEqualTo(takenAt.plus(GRACE).minusSeconds(1));
        TheProvider.refundsByHand(intent);
        awaitAgreement(intent);
    }

    @Test
    void findsMoneyThatOnlyPaymentBelievesIn() {
        var order = answered("tok_chargeDeclined");
        rows.repair(order, "status = 'CAPTURED', captured = amount");

        var found = awaitDifference(intent(order), "CAPTURED_HERE_ONLY");

        assertThat(found).containsEntry("orderId", order.id().toString());
        assertThat(side(found, "here")).isEqualTo("129.90/0.00 EUR");
        assertThat(side(found, "there")).isEqualTo("0.00/0.00 EUR");
        rows.repair(order, "status = 'DECLINED', captured = 0");
        awaitAgreement(intent(order));
    }

    @Test
    void findsAnIntentThatTheProviderDoesNotKnow() {
        var order = answered("tok_visa");
        var real = intent(order);
        var lost = "pi_lost_" + order.id();
        rows.repair(order, "intent_id = '" + lost + "'");

        assertThat(awaitDifference(lost, "CAPTURED_HERE_ONLY"))
                .doesNotContainKey("there")
                .containsEntry("orderId", order.id().toString());
        assertThat(awaitDifference(real, "CAPTURED_THERE_ONLY"))
                .doesNotContainKey("here")
                .containsEntry("orderId", order.id().toString());
        rows.repair(order, "intent_id = '" + real + "'");
        awaitAgreement(lost);
        awaitAgreement(real);
    }

    @Test
    void findsAnotherAmount() {
        var order = answered("tok_visa");
        rows.repair(order, "captured = 100");

        assertThat(side(awaitDifference(intent(order), "CAPTURE_DIFFERS"), "here"))
                .isEqualTo("100.00/0.00 EUR");
        rows.repair(order, "captured = amount");
        awaitAgreement(intent(order));
    }

    @Test
    void findsARefundThatPaymentWasNotToldOfUntilItIs() {
        TheProvider.isSilent();
        var order = answered("tok_visa");
        TheProvider.refundsByHand(intent(order));

        assertThat(side(awaitDifference(intent(order), "REFUND_DIFFERS"), "there"))
                .isEqualTo("129.90/129.90 EUR");
        TheProvider.tells(application);
        rows.awaitStatus(order, "REFUNDED");
        awaitAgreement(intent(order));
    }

    /** The provider told while the call was still tried, and then could not be asked until the time was over. */
    @Test
    void letsPaymentAskForARefundThatItHadGivenUp() {
        TheProvider.isSilent();
        var order = answered("tok_visa");
        TheProvider.refundsByHand(intent(order));

        rows.repair(order, "status = 'REFUND_FAILED', cause = 'CANCELLED', cancel_round = 1");

        assertThat(broker.answers(order, 2).getLast()).isInstanceOf(PaymentRefunded.class);
        rows.awaitStatus(order, "REFUNDED");
        awaitAgreement(intent(order));
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/129.90");
    }

    @Test
    void findsWhatACancelledOrderWasNotPaidBackAndMovesNoMoneyItself() {
        var order = answered("tok_createDispute");
        broker.publish(order.cancelled(1));
        rows.awaitStatus(order, "REFUND_FAILED");

        var found = awaitDifference(intent(order), "REFUND_MISSING");
        awaitRuns(2);

        assertThat(found).containsEntry("orderId", order.id().toString());
        assertThat(((Map<?, ?>) found.get("here")).get("status")).isEqualTo("REFUND_FAILED");
        assertThat(TheProvider.ledger(order)).containsExactly("129.90/0.00");
        rows.awaitNoTasks(order);
    }

    @Test
    void goesThroughAllPagesOfTheProvidersList() {
        var old = TheProvider.makesAnIntentByHand(FIVE);
        for (int newer = 0; newer < 101; newer++) {
            TheProvider.makesAnIntentByHand(FIVE);
        }
        await().atMost(PATIENCE).until(() -> asOperator().get(PATH).jsonPath().getLong("lastRun.compared") > 101);

        TheProvider.takesByHand(old);

        awaitDifference(old, "CAPTURED_THERE_ONLY");
    }

    @Test
    void waitsForAProviderThatIsAway() {
        awaitRuns(1);
        TheProvider.kill();

        var last = new AtomicReference<Instant>();
        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> {
            var now = lastFinish();
            return now.equals(last.getAndSet(now));
        });
        TheProvider.comesBack();

        awaitRuns(1);
    }

    @Test
    void pagesThroughDifferencesTheOldestFirstAndCountsThem() {
        var intents = List.of(TheProvider.takesByHand(FIVE), TheProvider.takesByHand(FIVE));
        intents.forEach(intent -> awaitDifference(intent, "CAPTURED_THERE_ONLY"));

        var all = differences(PATH + "?limit=1");

        assertThat(all)
                .extracting(each -> each.get("intent"))
                .doesNotHaveDuplicates()
                .containsAll(intents);
        assertThat(all)
                .extracting(each -> Instant.parse((String) each.get("firstSeenAt")))
                .isSorted();
        await().atMost(PATIENCE)
                .until(() -> given().get("/q/metrics")
                        .asString()
                        .lines()
                        .filter(line -> line.contains("kind=\"CAPTURED_THERE_ONLY\""))
                        .anyMatch(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))) >= 2));
    }

    @Test
    void showsDifferencesToOperatorsAlone() {
        given().get(PATH).then().statusCode(401);
        given().auth().oauth2(Tokens.customer("c-1")).get(PATH).then().statusCode(403);
        asOperator()
                .get(PATH + "?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("cursor"));
    }

    private AnOrder answered(String token) {
        var order = AnOrder.paidWith(token);
        broker.publish(order.paymentRequested());
        broker.answers(order, 1);
        return order;
    }

    private String intent(AnOrder order) {
        return rows.payment(order, "intent_id");
    }
}
