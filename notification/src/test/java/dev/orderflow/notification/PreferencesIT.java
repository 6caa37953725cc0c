package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(MailSink.class)
class PreferencesIT extends NotificationFixture {

    private static final String MAIL = """
            {"locale":"de-DE","email":"%s","phone":"+4930123456","channels":["EMAIL"]}""";
    private static final String NOTHING = """
            {"locale":"en","channels":[]}""";

    @Test
    void whoNeverSaidAnythingIsToldByMail() {
        as(AnOrder.some())
                .get("/preferences")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .header("Cache-Control", "private, no-cache")
                .body("locale", equalTo("en"))
                .body("channels", contains("EMAIL"))
                .body("email", nullValue());
    }

    @Test
    void whatWasSaidIsReadBackUnderItsETag() {
        var order = AnOrder.some();
        var tag = put(order, MAIL.formatted(order.email())).getHeader("ETag");

        as(order)
                .get("/preferences")
                .then()
                .statusCode(200)
                .header("ETag", tag)
                .body("locale", equalTo("de-DE"))
                .body("email", equalTo(order.email()))
                .body("phone", equalTo("+4930123456"));
        as(order).header("If-None-Match", tag).get("/preferences").then().statusCode(304);
        assertThat(put(order, MAIL.formatted(order.email())).getHeader("ETag"))
                .as("the same again")
                .isEqualTo(tag);
    }

    @Test
    void aStaleETagChangesNothing() {
        var order = AnOrder.some();
        var first = as(order).header("If-Match", "\"0\"").body(NOTHING).put("/preferences");
        assertThat(first.statusCode()).isEqualTo(200);

        as(order)
                .header("If-Match", "\"0\"")
                .body(MAIL.formatted(order.email()))
                .put("/preferences")
                .then()
                .statusCode(412);
        as(order).get("/preferences").then().header("ETag", first.getHeader("ETag"));
        as(order)
                .header("If-Match", first.getHeader("ETag"))
                .body(MAIL.formatted(order.email()))
                .put("/preferences")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"locale\":\"en\"}",
                "{\"locale\":\"not a tag\",\"channels\":[]}",
                "{\"locale\":\"en\",\"channels\":[\"PIGEON\"]}",
                "{\"locale\":\"en\",\"channels\":[null]}",
                "{\"locale\":\"en\",\"channels\":\"EMAIL\"}",
                "{\"locale\":\"en\",\"channels\":[],\"email\":\"nobody\"}",
                "{\"locale\":\"en\",\"channels\":[],\"email\":\"a@b.example\\r\\nBcc: c@d.example\"}",
                "{\"locale\":\"en\",\"channels\":[],\"phone\":\"030 123\"}",
                "{\"locale\":\"en\",\"channels\":[],\"version\":7}",
                "{\"locale\":\"en\",\"channels\":[\"WEBHOOK\"]}",
                "{\"locale\":\"en\",\"channels\":[],\"rotateSecret\":true}",
                "{\"locale\":\"en\",\"channels\":[],\"webhookUrl\":\"https://example.com/a b\"}",
            })
    void refusesWhatIsNotValid(String body) {
        var order = AnOrder.some();

        as(order).body(body).put("/preferences").then().statusCode(400).contentType("application/problem+json");
        as(order).get("/preferences").then().header("ETag", "\"0\"");
    }

    @Test
    void refusesALanguageTagThatIsAsLongAsABodyMayBe() {
        var body = "{\"locale\":\"en" + "-a".repeat(100_000) + "\",\"channels\":[]}";

        as(AnOrder.some()).body(body).put("/preferences").then().statusCode(400);
    }

    @Test
    void thePreferredAddressGoesBeforeTheOrders() {
        var order = AnOrder.some();
        var preferred = "preferred-" + order.email();
        put(order, MAIL.formatted(preferred));

        orders.publish(order.placed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(MailSink.subjectsTo(preferred)).hasSize(1));
        assertThat(MailSink.subjectsTo(order.email())).isEmpty();
    }

    @Test
    void whoOptsOutIsSentNothingAndStillReadsTheList() {
        var order = AnOrder.some();
        put(order, NOTHING);

        orders.publish(order.placed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly("orderflow.notification.failed order-placed opted-out"));
        as(order).get("/notifications").then().body("items.status", contains("SUPPRESSED"));
        assertThat(MailSink.subjectsTo(order.email())).isEmpty();
    }

    @Test
    void whoOptsOutIsSentNothingThatStillWaits() {
        var order = AnOrder.some().withMailTo("busy.");
        orders.publish(order.placed());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.addresses(order)).hasSize(1));

        put(order, NOTHING);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly("orderflow.notification.failed order-placed opted-out"));
    }

    @Test
    void anErasureTakesThePreferencesToo() {
        var order = AnOrder.some();
        var tag = put(order, MAIL.formatted(order.email())).getHeader("ETag");

        orders.publish(new CustomerErased(order.customer(), Instant.now().plusSeconds(1)));

        await().atMost(SOON)
                .untilAsserted(() -> as(order)
                        .get("/preferences")
                        .then()
                        .header("ETag", "\"0\"")
                        .body("email", nullValue()));
        assertThat(put(order, MAIL.formatted(order.email())).getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    void whatIsSaidAfterAnErasureStays() {
        var order = AnOrder.some();
        var erasure = new CustomerErased(order.customer(), Instant.now().minusSeconds(1));
        var tag = put(order, MAIL.formatted(order.email())).getHeader("ETag");

        var read = orders.publish(erasure);

        await().atMost(SOON).until(() -> tables.isHandled(read));
        as(order).get("/preferences").then().header("ETag", tag).body("email", equalTo(order.email()));
    }

    @Test
    void asksForAToken() {
        given().get("/preferences").then().statusCode(401);
        given().contentType("application/json")
                .body(NOTHING)
                .put("/preferences")
                .then()
                .statusCode(401);
    }

    private static Response put(AnOrder order, String body) {
        var answer = as(order).body(body).put("/preferences");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification as(AnOrder order) {
        return given().auth().oauth2(Tokens.customer(order.customer())).contentType("application/json");
    }
}
