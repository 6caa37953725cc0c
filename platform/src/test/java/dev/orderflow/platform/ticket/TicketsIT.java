package dev.orderflow.platform.ticket;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.issuer.Token;
import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.sample.Spans;
import dev.orderflow.platform.security.Roles;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class TicketsIT {

    @Inject
    Pool pool;

    @Inject
    TicketSweeper sweeper;

    @Inject
    TicketConfig config;

    @Inject
    Spans spans;

    private final String customer = "c-" + UUID.randomUUID();

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

    private Response giveWithKey(String key) {
        return given().auth()
                .oauth2(Tokens.customer(customer))
                .header("Idempotency-Key", key)
                .post("/tickets");
    }

    @Test
    void isGivenToNobodyWithoutAToken() {
        given().post("/tickets").then().statusCode(401);
        give(Tokens.forSubject(customer).mint()).then().statusCode(403);
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

    private static Response give(String token) {
        return given().auth().oauth2(token).post("/tickets");
    }

    private static String ticket(String token) {
        return give(token).then().statusCode(201).extract().path("ticket");
    }

    private static Response show(String ticket) {
        return given().queryParam("ticket", ticket).get("/live/1/events");
    }

    private static ValidatableResponse worthless(Response answer) {
        return answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .header("WWW-Authenticate", allOf(startsWith("Bearer"), containsString("error=\"invalid_token\"")));
    }

    private static Instant expiry(Tokens token) {
        return token.token().claims().getExpirationTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void expire(String subject) {
        keepFor("0 s", subject);
    }

    private void keepFor(String interval, String subject) {
        rows("update ticket set expires_at = now() + interval '%s' where subject = '%s'".formatted(interval, subject));
    }

    private List<Row> rows(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await()
                .indefinitely();
    }
}
