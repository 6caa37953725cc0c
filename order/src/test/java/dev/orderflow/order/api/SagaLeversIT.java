package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for each lever on a saga: who may pull it, how, and on what. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class SagaLeversIT extends SagaFixture {

    @ParameterizedTest
    @ValueSource(strings = {"/retry", "/resolve"})
    void tellsTheMethodWhereAnotherIsUsed(String lever) {
        asOperator()
                .put("/admin/sagas/" + order + lever)
                .then()
                .statusCode(405)
                .header("Allow", containsString("POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/retry", "/resolve"})
    void leavesStrangersAndOthersOrdersAlone(String command) {
        getStuck();

        problem(post(asOperatorOn(UUID.randomUUID() + command), LOST), 404, "not-found");
        problem(post(asOperatorOn("4711" + command), LOST), 404, "not-found");
        problem(as(customer).contentType("application/json").body(LOST).post(path(command)), 403, "forbidden");
        problem(given().contentType("application/json").body(LOST).post(path(command)), 401, "unauthenticated");
        assertThat(desk.find(order).progress().stuck()).isTrue();
        audited("saga-resolved").body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-retryable", "not-resolvable"})
    void explainsItsProblems(String problem) {
        given().get("/problems/" + problem).then().statusCode(200);
    }

    private String path(String command) {
        return "/admin/sagas/" + order + command;
    }
}
