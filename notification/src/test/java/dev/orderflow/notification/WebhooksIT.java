package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Receiver;
import dev.orderflow.notification.testing.Receiver.Received;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MailSink.class)
class WebhooksIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static OrderTopic orders;

    @Inject
    Tables tables;

    private final Receiver receiver = new Receiver();
    private final AnOrder order = AnOrder.some();

    @BeforeAll
    static void connect() {
        orders = new OrderTopic();
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void sendsASignedEventAndAMail() throws Exception {
        var secret = subscribe("EMAIL\",\"WEBHOOK");

        orders.publish(order.placed());

        var event = first();
        var json = JsonPath.from(event.body());
        assertThat(json.getString("data.subject")).isEqualTo("We have received your order");
        assertThat(json.getString("data.language")).isEqualTo("en");
        assertThat(json.getString("type")).isEqualTo("order.placed");
        assertThat(Instant.parse(json.getString("timestamp"))).isNotNull();
        assertThat(json.getString("data.orderId")).isEqualTo(order.id().toString());
        assertThat(json.getString("data.total.amount")).isEqualTo("25.80");
        assertThat(json.getString("data.lines[0].sku")).isEqualTo("mug-blue");
        assertThat(event.body()).doesNotContain(order.email());
        assertThat(event.header("content-type")).isEqualTo("application/json");
        assertThat(event.header("webhook-signature")).isEqualTo("v1," + signature(secret, event));
        assertThat(event.headers()).doesNotContainKeys("traceparent", "baggage");
        soon(() -> me().get("/notifications")
                .then()
                .body("items.channel", containsInAnyOrder("EMAIL", "WEBHOOK"))
                .body("items.status", contains("SENT", "SENT")));
        me().get("/notifications")
                .then()
                .body("items.find { it.channel == 'WEBHOOK' }.id", equalTo(event.header("webhook-id")));
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsTaken() {
        subscribe("WEBHOOK");
        receiver.answering(request -> request < 3 ? 500 : 200);

        orders.publish(order.placed());

        soon(() -> deliveries()
                .body("items.state", contains("DELIVERED"))
                .body("items.attempt", contains(3))
                .body("items.statusCode", contains(200))
                .body("items[0].nextTry", nullValue()));
        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received().stream()
                        .map(each -> each.header("webhook-id"))
                        .distinct())
                .hasSize(1);
        assertThat(receiver.received().stream().map(Received::body).distinct()).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        subscribe("WEBHOOK");
        receiver.answering(request -> request == 1 ? 307 : 204);

        orders.publish(order.placed());

        soon(() -> deliveries().body("items.state", contains("DELIVERED")));
        assertThat(receiver.received()).extracting(Received::path).containsExactly("/hook", "/hook");
    }

    @Test
    void anEndpointThatIsGoneGetsNothingUntilItsCustomerOpensItAgain() {
        subscribe("WEBHOOK");
        receiver.answering(request -> request == 1 ? 410 : 204);
        orders.publish(order.placed());
        soon(() -> me().get("/preferences").then().body("webhookDisabledAt", notNullValue()));

        orders.publish(order.confirmed());

        soon(() -> deliveries().body("items.outcome", contains("endpoint-disabled", "gone")));
        assertThat(receiver.received()).hasSize(1);
        put(preferences("WEBHOOK", receiver.url(), ",\"rotateSecret\":true"), 200)
                .body("webhookDisabledAt", nullValue());
        String missed = deliveries().extract().jsonPath().getString("items[0].id");
        me().post("/webhook-deliveries/{id}/retry", missed).then().statusCode(202);
        soon(() -> deliveries().body("items.state", contains("DELIVERED", "FAILED")));
    }

    @Test
    void aRetryByHandIsMadeOncePerKey() {
        subscribe("WEBHOOK");
        orders.publish(order.placed());
        soon(() -> deliveries().body("items.state", contains("DELIVERED")));
        String id = deliveries().extract().jsonPath().getString("items[0].id");

        var answer = retry(id, "again-" + id);
        var repeated = retry(id, "again-" + id);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(repeated.asString()).isEqualTo(answer.asString());
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        soon(() -> deliveries().body("items.state", contains("DELIVERED")).body("items.attempt", contains(2)));
        assertThat(receiver.received()).hasSize(2);
        assertThat(tables.published(order)).containsOnlyOnce("orderflow.notification.sent order-placed");
    }

    @Test
    void aDeliveryThatIsUnderWayIsNotRetriedByHand() {
        subscribe("WEBHOOK");
        var answers = new CompletableFuture<Integer>();
        receiver.answering(request -> answers.join());
        orders.publish(order.placed());
        first();
        String id = deliveries().extract().jsonPath().getString("items[0].id");

        var refused = retry(id, "too-soon-" + id);
        answers.complete(204);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        soon(() -> deliveries().body("items.state", contains("DELIVERED")));
        assertThat(receiver.received()).hasSize(1);
        assertThat(retry(id, "too-soon-" + id).statusCode())
                .as("the refusal is not kept")
                .isEqualTo(202);
    }

    @Test
    void nobodySeesOrRetriesAnothersDeliveries() {
        subscribe("WEBHOOK");
        orders.publish(order.placed());
        soon(() -> deliveries().body("items.state", contains("DELIVERED")));
        String id = deliveries().extract().jsonPath().getString("items[0].id");

        var other = given().auth().oauth2(Tokens.customer("somebody-else"));
        other.get("/webhook-deliveries").then().statusCode(200).body("items.size()", is(0));
        other.post("/webhook-deliveries/{id}/retry", id).then().statusCode(404);
        given().get("/webhook-deliveries").then().statusCode(401);
    }

    @Test
    void aRotationThatIsRepeatedSignsForWhoSawNoneOfItsAnswers() throws Exception {
        var old = subscribe("WEBHOOK");
        var lost = rotate();
        var fresh = rotate();
        me().get("/preferences").then().body("webhookSecret", nullValue());

        orders.publish(order.placed());

        var event = first();
        assertThat(event.header("webhook-signature"))
                .isEqualTo("v1,%s v1,%s v1,%s"
                        .formatted(signature(fresh, event), signature(lost, event), signature(old, event)));
    }

    @Test
    void showsTheSecretOnce() {
        var secret = subscribe("WEBHOOK");

        assertThat(secret).startsWith("whsec_");
        me().get("/preferences")
                .then()
                .body("webhookUrl", equalTo(receiver.url()))
                .body("webhookSecret", nullValue());
        put(preferences("WEBHOOK", receiver.url(), ""), 200).body("webhookSecret", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://user@hooks.example.com/",
                "https://hooks.example.com:8443/",
                "https://169.254.169.254/latest/meta-data"
            })
    void refusesAnAddressThatIsNotPublic(String url) {
        put(preferences("WEBHOOK", url, ""), 422)
                .body("type", equalTo("/problems/webhook-url-refused"))
                .body("errors[0].field", equalTo("webhookUrl"));
        me().get("/preferences").then().header("ETag", "\"0\"");
    }

    @Test
    void anErasureEndsWhatIsStillTried() {
        subscribe("WEBHOOK");
        receiver.answering(request -> 503);
        orders.publish(order.placed());
        soon(() -> assertThat(receiver.received()).isNotEmpty());

        orders.publish(new CustomerErased(order.customer(), Instant.now().plusSeconds(1)));

        soon(() -> deliveries().body("items.outcome", contains("opted-out")).body("items.state", contains("FAILED")));
        me().get("/preferences").then().body("webhookUrl", nullValue());
    }

    /** The erasure is read only after that. */
    @Test
    void anErasureTakesWhatWasSaidBeforeItThoughItsEndpointIsGoneSince() {
        subscribe("WEBHOOK");
        var erasure = new CustomerErased(order.customer(), Instant.now());
        receiver.answering(request -> 410);
        orders.publish(order.placed());
        soon(() -> me().get("/preferences").then().body("webhookDisabledAt", notNullValue()));

        orders.publish(erasure);

        soon(() ->
                me().get("/preferences").then().header("ETag", equalTo("\"0\"")).body("webhookUrl", nullValue()));
    }

    private String subscribe(String channels) {
        return put(preferences(channels, receiver.url(), ""), 200)
                .extract()
                .jsonPath()
                .getString("webhookSecret");
    }

    private String rotate() {
        return put(preferences("WEBHOOK", receiver.url(), ",\"rotateSecret\":true"), 200)
                .extract()
                .jsonPath()
                .getString("webhookSecret");
    }

    private static String preferences(String channels, String url, String more) {
        return """
                {"locale":"en","channels":["%s"],"webhookUrl":"%s"%s}""".formatted(channels, url, more);
    }

    private ValidatableResponse put(String body, int status) {
        return me().contentType("application/json")
                .body(body)
                .put("/preferences")
                .then()
                .statusCode(status);
    }

    private Response retry(String id, String key) {
        return me().header("Idempotency-Key", key).post("/webhook-deliveries/{id}/retry", id);
    }

    private ValidatableResponse deliveries() {
        return me().get("/webhook-deliveries").then().statusCode(200);
    }

    private Received first() {
        soon(() -> assertThat(receiver.received()).isNotEmpty());
        return receiver.received().getFirst();
    }

    private RequestSpecification me() {
        return given().auth().oauth2(Tokens.customer(order.customer()));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }

    /** As a receiver computes it. */
    private static String signature(String secret, Received event) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = event.header("webhook-id") + "." + event.header("webhook-timestamp") + "." + event.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
