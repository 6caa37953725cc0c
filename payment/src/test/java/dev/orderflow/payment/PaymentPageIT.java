package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What operators see of a payment. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class PaymentPageIT extends PaymentFixture {

    @Test
    void showsAPaymentToOperators() {
        var order = AnOrder.paidWith("tok_visa");
        broker.publish(order.paymentRequested());
        broker.answers(order, 1);

        given().auth()
                .oauth2(Tokens.operator("o-1"))
                .get("/payments/" + order.id())
                .then()
                .statusCode(200)
                .header("Cache-Control", "private, no-cache")
                .body("id", equalTo(paymentId(order).toString()))
                .body("orderId", equalTo(order.id().toString()))
                .body("status", equalTo("CAPTURED"))
                .body("amount.amount", equalTo("129.90"))
                .body("amount.currency", equalTo("EUR"))
                .body("captured.amount", equalTo("129.90"))
                .body("refunded.amount", equalTo("0.00"))
                .body("attempts.outcome", contains("intent-created", "captured"))
                .body("attempts[0].at", notNullValue());
    }

    @Test
    void showsACancellationThatNeverSawAPayment() {
        var order = AnOrder.paidWith("tok_visa");
        broker.publish(order.cancelled(1));
        broker.answers(order, 1);

        given().auth()
                .oauth2(Tokens.operator("o-1"))
                .get("/payments/" + order.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("VOIDED"))
                .body("id", nullValue())
                .body("amount", nullValue())
                .body("attempts", equalTo(java.util.List.of()));
    }

    @Test
    void showsPaymentsToNobodyElse() {
        var path = "/payments/" + UUID.randomUUID();

        given().get(path).then().statusCode(401).header("WWW-Authenticate", notNullValue());
        given().auth().oauth2(Tokens.customer("c-1")).get(path).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.operator("o-1"))
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-found"));
    }
}
