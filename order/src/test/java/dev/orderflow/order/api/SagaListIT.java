package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators see which sagas are under way, which are stuck, and what they wait for. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class SagaListIT extends SagaFixture {

    @Test
    void showsWhatIsStuckAndWhatIsNot() {
        var waiting = placed(customer);
        getStuck();
        leaveTimeToAllOthers();

        assertThat(listed("stuck")).contains(order.toString()).doesNotContain(waiting.toString());
        assertThat(listed("active")).contains(waiting.toString()).doesNotContain(order.toString());
        assertThat(listed("")).isEqualTo(listed("stuck"));
    }

    @Test
    void tellsWhoseAnswerIsMissingAndSinceWhen() {
        getStuck();
        var since = desk.find(order).progress().since();

        var shown = "items.find { it.orderId == '%s' }".formatted(order);
        asOperator()
                .get("/admin/sagas?state=stuck&limit=200")
                .then()
                .statusCode(200)
                .body(shown + ".state", equalTo("CANCELLING"))
                .body(shown + ".stuck", equalTo(true))
                .body(shown + ".waitingFor", contains("stock"))
                .body(shown + ".since", equalTo(since.toString()))
                .body(shown, not(hasKey("deadline")))
                .body(shown, not(hasKey("customerId")));
    }

    @Test
    void pagesThroughActiveSagasByTheirDeadline() {
        IntStream.range(0, 4).forEach(n -> placed(customer));
        leaveTimeToAllOthers();

        var deadlines = pages("/admin/sagas?state=active&limit=2", "items.deadline").stream()
                .map(Instant::parse)
                .toList();

        assertThat(deadlines).hasSizeGreaterThanOrEqualTo(5).isSorted();
        assertThat(pages("/admin/sagas?state=active&limit=2", "items.orderId"))
                .doesNotHaveDuplicates()
                .contains(order.toString());
    }

    @Test
    void showsSagasToOperatorsOnly() {
        problem(as(customer).get("/admin/sagas"), 403, "forbidden");
        problem(given().get("/admin/sagas"), 401, "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"state=lost, state", "state=STUCK, state", "limit=0, limit", "cursor=x, cursor"})
    void refusesMalformedParameters(String query, String field) {
        problem(asOperator().get("/admin/sagas?" + query), 400, "invalid-request")
                .body("errors[0].field", equalTo(field));
    }

    /** Those of other tests, whose time might be up while the lists are read. */
    private void leaveTimeToAllOthers() {
        database.execute("UPDATE orders SET deadline = deadline + interval '1 day' WHERE deadline IS NOT NULL");
    }
}
