package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.Receiver.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Each event is delivered until it is taken or given up, and again by hand. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class WebhooksIT extends WebhookFixture {

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
    void aRetryByHandBeginsItsPausesAnew() {
        subscribe("WEBHOOK");
        orders.publish(order.placed());
        soon(() -> deliveries().body("items.state", contains("DELIVERED")));
        String id = deliveries().extract().jsonPath().getString("items[0].id");
        tables.haveTried(id, 30);
        var last = new CompletableFuture<Integer>();
        receiver.answering(request -> request == 2 ? 500 : last.join());

        assertThat(retry(id, "anew-" + id).statusCode()).isEqualTo(202);

        soon(() -> assertThat(receiver.received()).hasSize(3));
        var refused = deliveries().body("items.attempt", contains(31)).extract().jsonPath();
        last.complete(204);
        assertThat(Duration.between(
                        Instant.parse(refused.getString("items[0].at")),
                        Instant.parse(refused.getString("items[0].nextTry"))))
                .as("the pause after a first try, a hundred milliseconds at most")
                .isBetween(Duration.ZERO, Duration.ofMillis(101));
        soon(() -> deliveries().body("items.state", contains("DELIVERED")).body("items.attempt", contains(32)));
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

    private Response retry(String id, String key) {
        return me().header("Idempotency-Key", key).post("/webhook-deliveries/{id}/retry", id);
    }
}
