package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.domain.OrderStatus;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may follow an order, how often at once, and what is answered where no stream is. */
@QuarkusTest
class EventStreamAccessIT extends EventStreamFixture {

    @Test
    void letsATicketInOnce() {
        String ticket =
                as(customer).post("/tickets").then().statusCode(201).extract().path("ticket");

        var source = open("?ticket=" + ticket);

        assertThat(source.atLeast(1)).hasSize(1);
        assertThat(open("?ticket=" + ticket).status()).isEqualTo(401);
        assertThat(source.isOpen()).isTrue();
    }

    @Test
    void holdsALimitedNumberForOneCaller() {
        for (int n = 0; n < PER_CALLER; n++) {
            follow().atLeast(1);
        }

        as(customer)
                .get(path())
                .then()
                .statusCode(429)
                .header("Retry-After", "10")
                .body("type", equalTo("/problems/too-many-requests"));
        sources.getFirst().close();
        await().atMost(PATIENCE).until(() -> openStreams() == PER_CALLER - 1);
        assertThat(follow().atLeast(1)).hasSize(1);
    }

    @Test
    void isForItsCustomerAndOperatorsOnly() {
        var operator = "Bearer " + Tokens.operator("ops-1");

        assertThat(open("", "Authorization", operator).atLeast(1)).hasSize(1);
        notFound(as("c-other"), path());
        notFound(as(customer), "/orders/" + UUID.randomUUID() + "/events");
        notFound(asOperator(), "/orders/none/events");
        given().get(path()).then().statusCode(401).header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void mayBeKeptByNobody() {
        steps.bring(order, OrderStatus.DELIVERED);

        as(customer)
                .get(path())
                .then()
                .statusCode(200)
                .contentType(containsString("text/event-stream"))
                .header("Cache-Control", "private, no-cache")
                .header("Vary", containsString("Authorization"))
                .header("X-Accel-Buffering", "no");
    }

    @Test
    void isAStreamOrNothing() {
        as(customer).accept("application/json").get(path()).then().statusCode(406);
        as(customer).accept("text/event-stream").get("/orders/" + order).then().statusCode(406);
    }

    @Test
    void hasAHeadThatOpensNothing() {
        as(customer).head(path()).then().statusCode(200).contentType(containsString("text/event-stream"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x", "9223372036854775808"})
    void refusesWhatIsNoVersion(String id) {
        as(customer)
                .header("Last-Event-ID", id)
                .get(path())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("Last-Event-ID"));
        as(customer)
                .queryParam("lastEventId", id)
                .get(path())
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("lastEventId"));
    }

    @Test
    void saysThatItsBeginningIsNoLongerKept() {
        database.execute("DELETE FROM journal WHERE key = ?", order.toString());

        as(customer).get(path()).then().statusCode(410).body("type", equalTo("/problems/history-gone"));
    }

    private static void notFound(RequestSpecification reader, String path) {
        reader.get(path).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }
}
