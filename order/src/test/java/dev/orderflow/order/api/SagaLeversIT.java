package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.asOperator;
import static dev.orderflow.order.api.Shop.placed;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.Database;
import dev.orderflow.order.testing.Desk;
import dev.orderflow.order.testing.OrderEvents;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operators look at sagas, ask again for what is missing, and close by hand what is stuck. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class SagaLeversIT {

    private static final String LOST = "{\"outcome\":\"CANCELLED\",\"reason\":\"the stock was counted by hand\"}";

    @Inject
    Shop shop;

    @Inject
    Steps steps;

    @Inject
    Desk desk;

    @Inject
    Database database;

    private final String customer = Shop.somebody();
    private UUID order;

    @BeforeEach
    void placeAnOrder() {
        shop.open();
        order = placed(customer);
    }

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

    @ParameterizedTest
    @ValueSource(strings = {"/retry", "/resolve"})
    void tellsTheMethodWhereAnotherIsUsed(String lever) {
        asOperator()
                .put("/admin/sagas/" + order + lever)
                .then()
                .statusCode(405)
                .header("Allow", containsString("POST"));
    }

    /** Only payment is asked again: stock has answered. */
    @Test
    void asksThoseAgainWhoHaveNotAnswered() {
        steps.bring(order, OrderStatus.RESERVED);
        cancel();
        Wire.publish(Participants.of(desk.find(order)).released());
        desk.awaitVersion(order, 4);
        getStuck();

        operator("/retry", "")
                .then()
                .statusCode(202)
                .header("ETag", "\"6\"")
                .header("Cache-Control", "private, no-cache")
                .body("orderId", equalTo(order.toString()))
                .body("state", equalTo("CANCELLING"))
                .body("stuck", equalTo(false))
                .body("waitingFor", contains("payment"))
                .body("deadline", notNullValue())
                .body("round", equalTo(2));

        try (var events = new OrderEvents()) {
            var cancelled = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () -> (OrderCancelled)
                                    events.until(order, OrderCancelled.class).getLast(),
                            event -> event.round() == 2);
            assertThat(cancelled.due()).containsExactly(Due.PAYMENT);
            assertThat(cancelled.reason()).isEqualTo("customer-request");
        }
        Wire.publish(Participants.of(desk.find(order)).voided());
        desk.awaitStatus(order, OrderStatus.CANCELLED);
        audited("saga-retried").body("items", hasSize(1));
    }

    /** The bank sends the money back, after everybody was told that the order is over. */
    @Test
    void asksAgainForARefundThatBrokeAfterTheOrderWasClosed() {
        steps.bring(order, OrderStatus.RESERVED);
        cancel();
        var says = Participants.of(desk.find(order));
        Wire.publish(says.released(), says.refunded(RefundCause.CANCELLED));
        desk.awaitStatus(order, OrderStatus.CANCELLED);

        Wire.publish(says.refundFailed());
        desk.awaitStatus(order, OrderStatus.CANCELLING);

        assertThat(listed("stuck")).contains(order.toString());
        awaitStuckSagas();
        operator("/retry", "")
                .then()
                .statusCode(202)
                .body("stuck", equalTo(false))
                .body("waitingFor", contains("payment"))
                .body("round", equalTo(2));
        Wire.publish(says.refunded(RefundCause.CANCELLED));
        desk.awaitStatus(order, OrderStatus.CANCELLED);
    }

    @Test
    void retriesOncePerKey() {
        cancel();

        var first = keyed("/retry", "retry-" + order, "");
        var second = keyed("/retry", "retry-" + order, "");

        first.then().statusCode(202).header("Idempotency-Replayed", nullValue()).body("round", equalTo(2));
        second.then().statusCode(202).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(desk.find(order).progress().round()).isEqualTo(2);
        audited("saga-retried").body("items", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "CONFIRMED", "SHIPPED", "DELIVERED"})
    void refusesToRetryWhereNobodyCouldBeAsked(OrderStatus status) {
        steps.bring(order, status);
        var before = desk.find(order).version();

        problem(operator("/retry", ""), 409, "not-retryable").body("orderStatus", equalTo(status.name()));

        assertThat(desk.find(order).version()).isEqualTo(before);
        audited("saga-retried").body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, OrderClosed", "DELIVERED, OrderDelivered", "RETURNED, ReturnClosed"})
    void closesWhatIsStuckByHand(OrderStatus outcome, String event) {
        getStuck();

        operator("/resolve", "{\"outcome\":\"%s\",\"reason\":\"the shop called\"}".formatted(outcome))
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("state", equalTo(outcome.name()))
                .body("stuck", equalTo(false))
                .body("waitingFor", hasSize(0))
                .body("$", not(hasKey("deadline")));

        as(customer)
                .get("/orders/" + order + "/timeline")
                .then()
                .body("[3].event", equalTo(event))
                .body("[3].data.handReason", equalTo("the shop called"));
        audited("saga-resolved")
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("ops-1"))
                .body("items[0].details.outcome", equalTo(outcome.name()))
                .body("items[0].details.reason", equalTo("the shop called"));
    }

    @Test
    void publishesThatItWasClosedByHandAndIgnoresWhatComesLater() {
        getStuck();
        operator("/resolve", LOST).then().statusCode(200);

        try (var events = new OrderEvents()) {
            var closed = (OrderClosed) events.until(order, OrderClosed.class).getLast();
            assertThat(closed.byHand()).isTrue();
            assertThat(closed.handReason()).isEqualTo("the stock was counted by hand");
        }
        var other = placed(customer);
        Wire.publish(
                Participants.of(desk.find(order)).released(),
                Participants.of(desk.find(other)).reserved());
        desk.awaitStatus(other, OrderStatus.RESERVED);
        assertThat(desk.find(order).version()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "RESERVED", "SHIPPED", "DELIVERED"})
    void refusesToCloseWhatIsNotStuck(OrderStatus status) {
        steps.bring(order, status);
        var before = desk.find(order).version();

        problem(operator("/resolve", LOST), 409, "not-resolvable").body("orderStatus", equalTo(status.name()));

        assertThat(desk.find(order).version()).isEqualTo(before);
        audited("saga-resolved").body("items", hasSize(0));
    }

    @Test
    void resolvesOncePerKey() {
        getStuck();

        var first = keyed("/resolve", "resolve-" + order, LOST);
        var second = keyed("/resolve", "resolve-" + order, LOST);

        first.then().statusCode(200);
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        problem(
                keyed("/resolve", "resolve-" + order, LOST.replace("CANCELLED", "DELIVERED")),
                422,
                "idempotency-key-reused");
        problem(operator("/resolve", LOST), 409, "not-resolvable");
        audited("saga-resolved").body("items", hasSize(1));
    }

    /** Whoever comes second finds the saga closed. */
    @Test
    void letsOneOfManyOperatorsDecide() throws Exception {
        getStuck();
        var outcomes = List.of("CANCELLED", "DELIVERED", "RETURNED");
        var statuses = new ArrayList<Integer>();

        try (var operators = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 12)
                    .mapToObj(n -> operators.submit(() -> operator(
                                    "/resolve",
                                    "{\"outcome\":\"%s\",\"reason\":\"mine\"}".formatted(outcomes.get(n % 3)))
                            .statusCode()))
                    .toList();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(desk.find(order).version()).isEqualTo(4);
        audited("saga-resolved").body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"LOST\",\"reason\":\"x\"} | outcome",
                "{\"outcome\":\"SHIPPED\",\"reason\":\"x\"} | outcome",
                "{\"reason\":\"x\"} | outcome",
                "{\"outcome\":\"CANCELLED\"} | reason",
                "{\"outcome\":\"CANCELLED\",\"reason\":\" \"} | reason",
                "{\"outcome\":\"CANCELLED\",\"reason\":\"a\\nb\"} | reason",
                "{\"outcome\":\"CANCELLED\",\"reason\":\"LONG\"} | reason",
                "{\"outcome\":\"CANCELLED\",\"reason\":\"x\",\"refund\":true} | refund"
            })
    void refusesWhatIsNoResolution(String body, String field) {
        getStuck();

        problem(operator("/resolve", body.replace("LONG", "x".repeat(501))), 400, "invalid-request")
                .body("errors[0].field", equalTo(field));

        assertThat(desk.find(order).progress().stuck()).isTrue();
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

    @ParameterizedTest
    @ValueSource(strings = {"not-retryable", "not-resolvable"})
    void explainsItsProblems(String problem) {
        given().get("/problems/" + problem).then().statusCode(200);
    }

    private static void awaitStuckSagas() {
        Awaitility.await("the count of stuck sagas")
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.matches("orderflow_order_sagas_stuck(\\{.*})? [1-9].*")));
    }

    /** Nobody undoes the cancellation in time. */
    private void getStuck() {
        if (desk.find(order).status() == OrderStatus.PENDING) {
            cancel();
        }
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?", order);
        Awaitility.await("stuck")
                .atMost(Duration.ofSeconds(30))
                .until(() -> desk.find(order).progress().stuck());
    }

    /** Those of other tests, whose time might be up while the lists are read. */
    private void leaveTimeToAllOthers() {
        database.execute("UPDATE orders SET deadline = deadline + interval '1 day' WHERE deadline IS NOT NULL");
    }

    private void cancel() {
        as(customer).noContentType().post("/orders/" + order + "/cancel").then().statusCode(202);
    }

    private List<String> listed(String state) {
        return pages("/admin/sagas?limit=200&state=" + state, "items.orderId");
    }

    private static List<String> pages(String first, String values) {
        List<String> seen = new ArrayList<>();
        for (String next = first; next != null; ) {
            var page = asOperator()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.jsonPath().getList(values, String.class));
            next = page.path("next");
        }
        return seen;
    }

    private ValidatableResponse audited(String action) {
        return asOperator()
                .get("/admin/audit?subject=" + order + "&action=" + action)
                .then()
                .statusCode(200);
    }

    private Response operator(String command, String body) {
        return post(asOperatorOn(order + command), body);
    }

    private Response keyed(String command, String key, String body) {
        var request = asOperatorOn(order + command);
        request.header("Idempotency-Key", "\"" + key + "\"");
        return post(request, body);
    }

    private static RequestSpecification asOperatorOn(String saga) {
        return asOperator().basePath("/admin/sagas/" + saga);
    }

    private static Response post(RequestSpecification request, String body) {
        return body.isEmpty()
                ? request.noContentType().post()
                : request.contentType("application/json").body(body).post();
    }

    private String path(String command) {
        return "/admin/sagas/" + order + command;
    }

    private static ValidatableResponse problem(Response response, int status, String problem) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }
}
