package dev.orderflow.platform.ticket;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.orderflow.devservices.testing.Tokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A customer who asks for tickets and shows them. */
abstract class TicketFixture {

    @Inject
    Pool pool;

    final String customer = "c-" + UUID.randomUUID();

    static Response give(String token) {
        return given().auth().oauth2(token).post("/tickets");
    }

    static String ticket(String token) {
        return give(token).then().statusCode(201).extract().path("ticket");
    }

    static Response show(String ticket) {
        return given().queryParam("ticket", ticket).get("/live/1/events");
    }

    static ValidatableResponse worthless(Response answer) {
        return answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .header("WWW-Authenticate", allOf(startsWith("Bearer"), containsString("error=\"invalid_token\"")));
    }

    static Instant expiry(Tokens token) {
        return token.token().claims().getExpirationTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
    }

    List<Row> rows(String query) {
        return pool.query(query)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .await()
                .indefinitely();
    }
}
