package dev.orderflow.platform.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.security.Roles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** To whom a ticket is given, how many, and how long it lasts. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TicketGivingIT extends TicketFixture {

    @Inject
    TicketSweeper sweeper;

    @Inject
    TicketConfig config;

    @Test
    void expires() {
        String ticket = ticket(Tokens.customer(customer));
        expire(customer);

        worthless(show(ticket));
    }

    @Test
    void expiresWithItsToken() {
        var issued = Instant.now().minusSeconds(60);
        var token = new Tokens(new Token(
                customer,
                List.of(Roles.CUSTOMER),
                null,
                Token.DEFAULT_ISSUER,
                Token.DEFAULT_AUDIENCE,
                issued,
                Duration.ofSeconds(75)));

        assertThat(Instant.parse(give(token.mint()).path("expiresAt"))).isEqualTo(expiry(token));
    }

    @Test
    void isSweptUnused() {
        ticket(Tokens.customer(customer));
        String good = ticket(Tokens.customer("c-good"));
        expire(customer);

        sweeper.sweep().await().indefinitely();

        assertThat(rows("select subject from ticket where expires_at <= now()")).isEmpty();
        show(good).then().statusCode(200);
    }

    @Test
    void isRationed() {
        String token = Tokens.customer(customer);
        for (int n = 0; n < config.perSubject(); n++) {
            give(token).then().statusCode(201);
            keepFor("1 hour", customer); // else the first is over when a slow machine gives the last
        }

        give(token)
                .then()
                .statusCode(429)
                .header("Retry-After", "30")
                .body("type", equalTo("/problems/too-many-requests"));
        give(Tokens.customer("c-other")).then().statusCode(201);
        expire(customer);
        give(token).then().statusCode(201);
    }

    @Test
    void isNeverShownTwice() {
        var answers = Stream.generate(() -> giveWithKey("\"once\"")).limit(2).toList();

        assertThat(answers)
                .allSatisfy(answer -> answer.then().statusCode(201).header("Idempotency-Replayed", nullValue()));
        assertThat(answers).map(answer -> answer.<String>path("ticket")).doesNotHaveDuplicates();
        assertThat(rows("select key from idempotency_key where caller = '" + customer + "'"))
                .as("what could be told again")
                .isEmpty();
    }

    @Test
    void takesNoMalformedKeyEither() {
        giveWithKey("two words")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].field", equalTo("Idempotency-Key"));
    }

    @Test
    void isGivenToNobodyWithoutAToken() {
        given().post("/tickets").then().statusCode(401);
        give(Tokens.forSubject(customer).mint()).then().statusCode(403);
    }

    private Response giveWithKey(String key) {
        return given().auth()
                .oauth2(Tokens.customer(customer))
                .header("Idempotency-Key", key)
                .post("/tickets");
    }

    private void expire(String subject) {
        keepFor("0 s", subject);
    }

    private void keepFor(String interval, String subject) {
        rows("update ticket set expires_at = now() + interval '%s' where subject = '%s'".formatted(interval, subject));
    }
}
