package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Reading an order as it was before. */
@QuarkusTest
class PastOrdersIT extends ChangeFixture {

    @Inject
    Database database;

    @Test
    void showsTheOrderAsThatVersionWas() {
        patch("\"1\"", ELSEWHERE);

        past("version", "1")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .body("shippingAddress.line1", equalTo("Torstraße 1"));
        past("version", "2").then().body("shippingAddress.line1", equalTo("Torstraße 2"));
        past("version", "3").then().statusCode(404);
    }

    @Test
    void showsTheOrderAsItWasThen() {
        var placed = shown(current());
        patch("\"1\"", ELSEWHERE);
        var corrected = shown(current());
        steps.bring(order, OrderStatus.CONFIRMED);

        assertThat(shown(past("version", "1"))).isEqualTo(over(placed));
        assertThat(shown(past("asOf", (String) placed.get("createdAt")))).isEqualTo(over(placed));
        assertThat(shown(past("version", "2"))).isEqualTo(over(corrected));
        assertThat(shown(past("asOf", (String) corrected.get("updatedAt")))).isEqualTo(over(corrected));
        past("asOf", "2001-01-01T00:00:00Z").then().statusCode(404);
        past("asOf", "2999-01-01T00:00:00+02:00").then().statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    /** All that it shows: the journal tells the same of it as the order's row. */
    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RESERVED", "CONFIRMED", "DELIVERED"})
    void showsTheVersionThatIsCurrentAsTheOrder(OrderStatus status) {
        steps.bring(order, status);
        var now = shown(current());

        assertThat(shown(past("version", now.get("version").toString()))).isEqualTo(now);
        assertThat(shown(past("asOf", (String) now.get("updatedAt")))).isEqualTo(now);
        assertThat(timelineEnds()).isEqualTo(now.get("updatedAt"));
    }

    /** As when two replicas decide, one of which is an hour ahead. */
    @Test
    void leavesNoVersionOutWhoseTimeIsLaterThanThatOfTheNext() {
        patch("\"1\"", ELSEWHERE);
        steps.bring(order, OrderStatus.RESERVED);
        database.execute(
                "UPDATE journal SET recorded_at = recorded_at + interval '1 hour' WHERE key = ? AND version = 2",
                order.toString());

        past("asOf", (String) shown(current()).get("updatedAt"))
                .then()
                .statusCode(200)
                .body("version", equalTo(3))
                .body("shippingAddress.line1", equalTo("Torstraße 2"));
    }

    /** As it is where the journal did not keep the time of the decision: it has the moment after. */
    @Test
    void findsTheOrderAtItsOwnTimeThoughTheJournalRecordedItLater() {
        database.execute(
                "UPDATE journal SET recorded_at = recorded_at + interval '5 seconds' WHERE key = ?", order.toString());

        past("asOf", (String) shown(current()).get("createdAt"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"version, 0", "version, one", "asOf, yesterday"})
    void refusesMomentsThatAreNone(String name, String value) {
        past(name, value).then().statusCode(400).body("errors[0].field", equalTo(name));
    }

    @Test
    void takesOneMomentOnly() {
        as(customer)
                .queryParam("version", 1)
                .queryParam("asOf", "2999-01-01T00:00:00Z")
                .get("/orders/" + order)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("asOf"));
    }

    private Response past(String parameter, String value) {
        return as(customer).queryParam(parameter, value).get("/orders/" + order);
    }

    private Object timelineEnds() {
        return as(customer).get("/orders/" + order + "/timeline").path("last().at");
    }

    private static Map<String, Object> shown(Response answer) {
        return answer.then().statusCode(200).extract().path("");
    }

    /** It is not waited for any more. */
    private static Map<String, Object> over(Map<String, Object> shown) {
        var rest = new HashMap<>(shown);
        assertThat(rest.remove("deadline")).isNotNull();
        return rest;
    }
}
