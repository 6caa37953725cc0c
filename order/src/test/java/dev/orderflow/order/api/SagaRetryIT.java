package dev.orderflow.order.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.order.OrderCancelled;
import dev.orderflow.contracts.value.Due;
import dev.orderflow.contracts.value.RefundCause;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.testing.OrderEvents;
import dev.orderflow.order.testing.Participants;
import dev.orderflow.order.testing.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operators ask again for what is missing, and only for that. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "order"))
class SagaRetryIT extends SagaFixture {

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

    private static void awaitStuckSagas() {
        Awaitility.await("the count of stuck sagas")
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.matches("orderflow_order_sagas_stuck(\\{.*})? [1-9].*")));
    }
}
