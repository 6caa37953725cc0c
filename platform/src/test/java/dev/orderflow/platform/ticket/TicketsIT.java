package dev.orderflow.platform.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.sample.Spans;
import dev.orderflow.platform.security.Roles;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ticket is worth: once, at a live endpoint, as much as its token. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TicketsIT extends TicketFixture {

    @Inject
    Spans spans;

    @Test
    void givesASecretThatNobodyKeepsACopyOf() {
        var answer = give(Tokens.customer(customer));

        answer.then().statusCode(201).header("Cache-Control", "no-store");
        String ticket = answer.path("ticket");
        assertThat(Secret.parse(ticket)).isPresent();
        assertThat(Instant.parse(answer.path("expiresAt")))
                .isBetween(Instant.now().plusSeconds(10), Instant.now().plusSeconds(31));
        assertThat(rows("select ticket::text as row, hash from ticket"))
                .allSatisfy(row -> assertThat(row.getString(0)).doesNotContain(ticket));
        assertThat(rows("select hash from ticket"))
                .anySatisfy(row -> assertThat(row.getBuffer(0).getBytes())
                        .isEqualTo(Secret.parse(ticket).orElseThrow().hash()));
    }

    @Test
    void standsForItsTokenOnce() {
        var token = Tokens.forSubject(customer).groups(Roles.CUSTOMER, "other").email("c@example.com");
        String ticket = ticket(token.mint());

        show(ticket)
                .then()
                .statusCode(200)
                .body("subject", equalTo(customer))
                .body("customer", equalTo(true))
                .body("operator", equalTo(false))
                .body("email", equalTo("c@example.com"))
                .body("until", equalTo(expiry(token).toString()));
        worthless(show(ticket));
    }

    @Test
    void givesNoMorePowerThanItsToken() {
        given().queryParam("ticket", ticket(Tokens.customer(customer)))
                .get("/live/operators")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        given().queryParam("ticket", ticket(Tokens.operator("o-1")))
                .get("/live/operators")
                .then()
                .statusCode(200);
    }

    @Test
    void isWorthNothingElsewhereAndStaysUnusedThere() {
        String ticket = ticket(Tokens.customer(customer));

        given().queryParam("ticket", ticket).get("/samples/mine").then().statusCode(401);
        given().queryParam("ticket", ticket).post("/tickets").then().statusCode(401);
        given().queryParam("ticket", ticket).delete("/live/1/events").then().statusCode(401);
        given().queryParam("ticket", ticket).head("/live/1/events").then().statusCode(401);
        show(ticket).then().statusCode(200);
    }

    @Test
    void staysUnusedBesideAToken() {
        String ticket = ticket(Tokens.customer(customer));

        given().auth()
                .oauth2(Tokens.customer("c-2"))
                .queryParam("ticket", ticket)
                .get("/live/1/events")
                .then()
                .statusCode(200)
                .body("subject", equalTo("c-2"));
        given().auth()
                .oauth2("garbage")
                .queryParam("ticket", ticket)
                .get("/live/1/events")
                .then()
                .statusCode(401);
        show(ticket).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?ticket=", "?ticket=garbage", "?ticket=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoTicket(String query) {
        worthless(given().urlEncodingEnabled(false).get("/live/1/events" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?ticke=a"})
    void asksForATokenWhereNoTicketIsShown(String query) {
        given().urlEncodingEnabled(false)
                .get("/live/1/events" + query)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", equalTo("Bearer realm=\"orderflow\""));
    }

    @Test
    void refusesTwoAtOnce() {
        String one = ticket(Tokens.customer(customer));

        worthless(given().queryParam("ticket", one, one).get("/live/1/events"));
    }

    @Test
    void isInNoTrace() {
        String ticket = ticket(Tokens.customer(customer));
        var trace = UUID.randomUUID().toString().replace("-", "");

        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .queryParam("ticket", ticket)
                .get("/live/1/events")
                .then()
                .statusCode(200);

        var query = AttributeKey.stringKey("url.query");
        var told = Awaitility.await()
                .until(
                        () -> spans.ofTrace(trace),
                        ended -> ended.stream()
                                .anyMatch(span -> span.getAttributes().get(query) != null));
        assertThat(told).extracting(SpanData::toString).noneMatch(span -> span.contains(ticket));
        assertThat(told)
                .anySatisfy(span -> assertThat(span.getAttributes().get(query)).isEqualTo("REDACTED"));
    }

    @Test
    void isDescribed() {
        given().queryParam("format", "json")
                .get("/q/openapi")
                .then()
                .body("paths.'/tickets'.post.responses", allOf(hasKey("201"), hasKey("429")));
    }
}
