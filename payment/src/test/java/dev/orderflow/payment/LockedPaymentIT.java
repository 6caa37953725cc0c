package dev.orderflow.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.payment.testing.AnOrder;
import dev.orderflow.payment.testing.ProviderParts;
import dev.orderflow.payment.testing.Rows;
import dev.orderflow.payment.testing.TheProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Webhooks about payments that somebody else has locked, as the record of the very call does that they tell of. */
@QuarkusTest
@QuarkusTestResource(ProviderParts.class)
class LockedPaymentIT {

    private static final String FAILED = """
            {"id": "evt_%s", "type": "payment_intent.payment_failed", "data": {"object": {"object": "payment_intent",
             "id": "%s", "status": "requires_payment_method", "currency": "eur", "last_payment_error":
             {"type": "card_error", "code": "expired_card", "message": "Your card has expired."}}}}""";

    private static final String DECLINED = "orderflow.payment.declined";

    /** Less than the five seconds after which a sender is sent away. */
    private static final Duration A_WHILE = Duration.ofMillis(500);

    @Inject
    Rows rows;

    @Test
    void keepsNobodyElseWaiting() throws SQLException {
        var held = beingConfirmed();
        var free = beingConfirmed();
        CompletableFuture<Integer> waiting;
        try (var lock = rows.locking(held)) {
            waiting = CompletableFuture.supplyAsync(() -> tellOfFailure(held));
            await().pollDelay(A_WHILE).until(() -> true);

            assertThat(tellOfFailure(free)).isEqualTo(200);

            assertThat(waiting).isNotDone();
            lock.rollback();
        }
        assertThat(waiting.join()).isEqualTo(200);
        assertThat(rows.announced(held)).containsExactly(DECLINED);
        assertThat(rows.announced(free)).containsExactly(DECLINED);
    }

    /** Whoever sent it sends it again. */
    @Test
    void sendsAwayWhoHasWaitedTooLong() throws SQLException {
        var held = beingConfirmed();
        try (var lock = rows.locking(held)) {
            assertThat(tellOfFailure(held)).isEqualTo(503);
            lock.rollback();
        }
        assertThat(tellOfFailure(held)).isEqualTo(200);
        assertThat(rows.announced(held)).containsExactly(DECLINED);
    }

    private AnOrder beingConfirmed() {
        var order = AnOrder.paidWith("tok_visa");
        rows.isBeingConfirmed(order);
        return order;
    }

    private int tellOfFailure(AnOrder order) {
        var body = FAILED.formatted(UUID.randomUUID(), rows.payment(order, "intent_id"));
        return given().contentType("application/json; charset=utf-8")
                .header("Stripe-Signature", TheProvider.signature(body, Instant.now()))
                .body(body)
                .post("/webhooks/payments")
                .statusCode();
    }
}
