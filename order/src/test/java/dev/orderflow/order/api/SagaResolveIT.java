package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.orderflow.contracts.order.OrderClosed;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.OrderEvents;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators close by hand what is stuck, once and for a reason. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class SagaResolveIT extends SagaFixture {

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
}
