package dev.orderflow.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import dev.orderflow.devservices.webhook.Hmac;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The payment provider from outside: its books, its webhooks and its death. */
public final class TheProvider {

    static final String PROXY = "dev.orderflow.payment.proxy";

    private TheProvider() {}

    public static void tells(URI application) {
        party().webhookTo(application.resolve("/webhooks/payments").toString());
    }

    /** Its webhooks go where nobody listens, until {@link #tells}. */
    public static void isSilent() {
        party().webhookTo("http://localhost:1/");
    }

    /** {@code captured/refunded} of each intent that took money for the order. */
    public static List<String> ledger(AnOrder order) {
        List<Map<String, String>> lines =
                given().get(party().url() + "/ledger").jsonPath().getList("");
        return lines.stream()
                .filter(line -> order.id().toString().equals(line.get("order")))
                .map(line -> line.get("captured") + "/" + line.get("refunded"))
                .toList();
    }

    public static JsonPath intent(String intentId) {
        return given().auth()
                .oauth2(OutsideParties.API_KEY)
                .get(party().url() + "/v1/payment_intents/" + intentId)
                .jsonPath();
    }

    /** Somebody pays back by hand. */
    public static void refundsByHand(String intentId) {
        given().auth()
                .oauth2(OutsideParties.API_KEY)
                .formParam("payment_intent", intentId)
                .post(party().url() + "/v1/refunds")
                .then()
                .statusCode(200);
    }

    /** Kills it in the middle of the next such call: {@code before-confirm}, {@code after-create} and so on. */
    public static void dies(String moment) {
        given().get(System.getProperty(PROXY) + LossyProxy.CONTROL + moment)
                .then()
                .statusCode(204);
    }

    public static void awaitDeath() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !isUp());
    }

    public static boolean isUp() {
        try {
            return given().get(party().url() + "/health").statusCode() == 200;
        } catch (Exception unreachable) {
            return false;
        }
    }

    public static void kill() {
        party().kill();
    }

    /** Afterwards it is there, whether it was or not. */
    public static void comesBack() {
        if (!isUp()) {
            party().start();
        }
    }

    /** A {@code Stripe-Signature} of this body. */
    public static String signature(String body, Instant at) {
        return "t=%d,v1=%s"
                .formatted(
                        at.getEpochSecond(),
                        Hmac.sha256Hex(OutsideParties.WEBHOOK_SECRET, at.getEpochSecond() + "." + body));
    }

    private static TestParty party() {
        return OutsideParties.paymentProvider();
    }
}
