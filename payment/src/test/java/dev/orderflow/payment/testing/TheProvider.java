package dev.orderflow.payment.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import dev.orderflow.devservices.webhook.Hmac;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

    public static boolean hasTaken(String intentId) {
        return "succeeded".equals(intent(intentId).getString("status"));
    }

    /** Somebody makes an intent by hand, of which payment knows nothing; nobody has paid it yet. */
    public static String makesAnIntentByHand(Money amount) {
        return given().auth()
                .oauth2(OutsideParties.API_KEY)
                .formParam("amount", amount.toMinorUnits())
                .formParam("currency", amount.currency().toLowerCase(Locale.ROOT))
                .formParam("payment_method", "tok_visa")
                .post(party().url() + "/v1/payment_intents")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    /** Somebody takes money by hand. */
    public static String takesByHand(Money amount) {
        var intent = makesAnIntentByHand(amount);
        takesByHand(intent);
        return intent;
    }

    public static void takesByHand(String intent) {
        given().auth()
                .oauth2(OutsideParties.API_KEY)
                .post(party().url() + "/v1/payment_intents/" + intent + "/confirm")
                .then()
                .statusCode(200);
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

    /** How often it has paid back, whatever became of that. */
    public static int refunds(String intentId) {
        return given().auth()
                .oauth2(OutsideParties.API_KEY)
                .queryParam("payment_intent", intentId)
                .get(party().url() + "/v1/refunds")
                .jsonPath()
                .getList("data")
                .size();
    }

    public static void tellsInstead(URI somebody) {
        party().webhookTo(somebody.toString());
    }

    /** Kills it in the middle of the next such call: {@code before-confirm}, {@code after-create} and so on. */
    public static void dies(String moment) {
        disturb("kill/" + moment);
    }

    /** It acts, but its answers to such calls are kept back until {@link #answers}. */
    public static void keepsBack(String step) {
        disturb("hold/" + step);
    }

    public static void answers() {
        disturb("release");
    }

    /** It has no money to pay back with, so many times. */
    public static void refusesRefunds(int times) {
        disturb("refuse/" + times);
    }

    /** Something on the way turns one part of what it is asked to create into another. */
    public static void mishears(String what, String as) {
        disturb("alter/" + what + "/" + as);
    }

    /** It hears what is said again. */
    public static void hearsWell() {
        mishears("nothing", "nothing");
    }

    /** How many calls payment has tried to make so far. */
    public static int calls() {
        return Integer.parseInt(disturb("count"));
    }

    private static String disturb(String how) {
        return given().get(System.getProperty(PROXY) + LossyProxy.CONTROL + how)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    public static void awaitDeath() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !isUp());
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
