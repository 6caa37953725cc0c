package dev.orderflow.notification.secret;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.Tables;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What of a secret is in the database. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class SealSweeperIT {

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
        var second = put(",\"rotateSecret\":true");

        assertThat(tables.secretsOf(customer))
                .hasSize(2)
                .allSatisfy(stored -> assertThat(stored).startsWith("aes-gcm:test:"))
                .extracting(stored -> secrets.open(stored, customer))
                .containsExactly(second, first);
    }

    @Test
    void sealsWhatAnOlderVersionLeft() throws Throwable {
        var secret = put("");
        tables.leaveAsItIs(customer, secret);
        assertThat(tables.secretsOf(customer)).containsExactly(secret);
        var version = version();

        VertxContextSupport.subscribeAndAwait(sweeper::sweep);

        assertThat(tables.secretsOf(customer))
                .singleElement()
                .satisfies(stored -> assertThat(stored).startsWith("aes-gcm:test:"))
                .satisfies(stored -> assertThat(secrets.open(stored, customer)).isEqualTo(secret));
        assertThat(version()).as("nothing that the customer has changed").isEqualTo(version);
    }

    private String put(String more) {
        return given().auth()
                .oauth2(Tokens.customer(customer))
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
