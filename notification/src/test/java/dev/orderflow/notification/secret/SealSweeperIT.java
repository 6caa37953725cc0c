package dev.orderflow.notification.secret;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;

/** What of a secret is in the database. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class SealSweeperIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ROTATE = ",\"rotateSecret\":true";
    private static final String UNREADABLE = "aes-gcm:lost:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Inject
    SealSweeper sweeper;

    @Inject
    SealedSecrets secrets;

    @Inject
    Tables tables;

    private final String customer = "c-" + UUID.randomUUID();

    @Test
    void keepsNoSecretAsItIs() {
        var first = put("");
        var second = put(ROTATE);

        assertThat(tables.secretsOf(customer)).hasSize(2).allSatisfy(this::isSealed);
        assertThat(opened(customer)).containsExactly(second, first);
    }

    @Test
    void sealsWhatAnOlderVersionLeft() {
        var secret = put("");
        tables.leave(customer, secret);
        var version = version();

        sweepUntil(() -> assertThat(tables.secretsOf(customer)).singleElement().satisfies(this::isSealed));

        assertThat(opened(customer)).containsExactly(secret);
        assertThat(version()).as("nothing that the customer has changed").isEqualTo(version);
    }

    @Test
    void sealsWhatWasReplacedAfterAnOlderVersionLeftIt() {
        var first = put("");
        tables.leave(customer, first);

        var second = put(ROTATE);

        assertThat(tables.secretsOf(customer)).allSatisfy(this::isSealed);
        assertThat(opened(customer)).containsExactly(second, first);
    }

    @Test
    void sealsEachColumn() {
        put("");
        put(ROTATE);
        var present = put(ROTATE);
        tables.leaveReplaced(customer, "whsec_b25l", "whsec_dHdv");

        sweepUntil(() -> assertThat(tables.secretsOf(customer)).hasSize(3).allSatisfy(this::isSealed));

        assertThat(opened(customer)).containsExactly(present, "whsec_b25l", "whsec_dHdv");
    }

    @Test
    void keepsWhatNoKeyOpensWhileItSigns() {
        put("");
        put(ROTATE);
        put(ROTATE);
        tables.leaveReplaced(customer, UNREADABLE, "whsec_b25l");

        sweepUntil(() -> assertThat(tables.secretsOf(customer)).last().satisfies(this::isSealed));
        assertThat(tables.secretsOf(customer)).contains(UNREADABLE);

        tables.passOverlap(customer);
        sweepUntil(() -> assertThat(tables.secretsOf(customer)).singleElement().satisfies(this::isSealed));
    }

    @Test
    void passesOverWhatNoKeyOpens() {
        var next = customer + "-next";
        put("");
        put(next, "");
        tables.leave(customer, UNREADABLE);
        tables.leave(next, "whsec_b25l");

        sweepUntil(() -> assertThat(tables.secretsOf(next)).allSatisfy(this::isSealed));

        assertThat(opened(next)).containsExactly("whsec_b25l");
        assertThat(tables.secretsOf(customer)).containsExactly(UNREADABLE);
    }

    /** Again while the product's own sweep may have the row. */
    private void sweepUntil(ThrowingRunnable seen) {
        await().atMost(SOON).untilAsserted(() -> {
            sweepOnce();
            seen.run();
        });
    }

    private void sweepOnce() {
        try {
            VertxContextSupport.subscribeAndAwait(sweeper::sweep);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void isSealed(String stored) {
        assertThat(stored).startsWith("aes-gcm:test:");
    }

    private List<String> opened(String who) {
        return tables.secretsOf(who).stream()
                .map(stored -> secrets.open(stored, who))
                .toList();
    }

    private String put(String more) {
        return put(customer, more);
    }

    private String put(String who, String more) {
        return given().auth()
                .oauth2(Tokens.customer(who))
                .contentType("application/json")
                .body("""
                        {"locale":"en","channels":["WEBHOOK"],"webhookUrl":"https://hooks.example.com/orders"%s}""".formatted(more))
                .put("/preferences")
                .then()
                .statusCode(200)
                .extract()
                .path("webhookSecret");
    }

    private String version() {
        return given().auth()
                .oauth2(Tokens.customer(customer))
                .get("/preferences")
                .header("ETag");
    }
}
