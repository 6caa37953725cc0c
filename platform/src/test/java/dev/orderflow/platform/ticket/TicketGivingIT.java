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
    void isShownAgainToItsTokenAlone() {
        String token = Tokens.customer(customer);
        var first = giveWithKey(token, "\"once\"");
        var again = giveWithKey(token, "once");

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        again.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Cache-Control", "no-store")
                .contentType("application/json");
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        giveWithKey(
                        Tokens.forSubject(customer)
                                .groups(Roles.CUSTOMER)
                                .email("c@example.com")
                                .mint(),
                        "once")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"));
        giveWithKey(Tokens.customer("c-other"), "once")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void isOneTicketHoweverOftenItIsShown() {
        String token = Tokens.customer(customer);
        String ticket = giveWithKey(token, "used").path("ticket");

        show(ticket).then().statusCode(200);

        assertThat(giveWithKey(token, "used").<String>path("ticket")).isEqualTo(ticket);
        worthless(show(ticket));
        assertThat(rows("select hash from ticket where subject = '" + customer + "'"))
                .isEmpty();
    }

    /** Neither it nor its token: what is there is compared with both. */
    @Test
    void isNotToBeFoundInWhatIsKept() {
        String token = Tokens.customer(customer);
        String ticket = giveWithKey(token, "kept").path("ticket");

        assertThat(rows("select convert_from(body, 'UTF8'), key::text from idempotency_key as key where caller = '"
                        + customer + "'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString(0) + row.getString(1))
                        .contains("seed")
                        .doesNotContain(ticket, token.substring(token.lastIndexOf('.'))));
    }

    @Test
    void isAnotherWithAnotherKeyOrNone() {
        String token = Tokens.customer(customer);
        var tickets = Stream.of(giveWithKey(token, "one"), giveWithKey(token, "two"), give(token), give(token));

        assertThat(tickets.map(answer -> answer.<String>path("ticket")))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void takesNoMalformedKeyEither() {
        giveWithKey(Tokens.customer(customer), "two words")
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

    private static Response giveWithKey(String token, String key) {
        return given().auth().oauth2(token).header("Idempotency-Key", key).post("/tickets");
    }

    private void expire(String subject) {
        keepFor("0 s", subject);
    }

    private void keepFor(String interval, String subject) {
        rows("update ticket set expires_at = now() + interval '%s' where subject = '%s'".formatted(interval, subject));
    }
}
