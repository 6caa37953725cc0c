package dev.orderflow.platform.admin;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.platform.sample.ErasuresChannel;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class DeadLetterResourceIT {

    private static final String FIRST = "2026-01-01T00:00:00Z";
    private static final String SECOND = "2026-01-02T00:00:00Z";
    private static final String THIRD = "2026-01-03T00:00:00Z";

    @Inject
    ErasuresChannel channel;

    @Inject
    Pool pool;

    private String customer;

    @BeforeEach
    void newCustomer() {
        customer = "c-" + UUID.randomUUID();
    }

    @Test
    void listsLettersNewestFirstAndPageByPage() throws Throwable {
        bury(FIRST, SECOND, THIRD);

        var ids = new ArrayList<String>();
        for (String next = "/admin/dead-letters?limit=2&key=" + customer; next != null; ) {
            var page = operator()
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract();
            ids.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
        }

        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
        operator()
                .get("/admin/dead-letters?key=" + customer)
                .then()
                .body("items.state", contains("WAITING", "WAITING", "OPEN"))
                .body("items[2].error", equalTo("poison"))
                .body("items[2].errorType", equalTo("IllegalStateException"))
                .body("items[2].attempts", equalTo(1))
                .body("items[0].error", nullValue());
    }

    @Test
    void filtersByState() throws Throwable {
        bury(FIRST, SECOND);

        operator()
                .get("/admin/dead-letters?state=OPEN&type=orderflow.customer.erased&topic=customer-events&key="
                        + customer)
                .then()
                .statusCode(200)
                .body("items.state", contains("OPEN"));
        operator()
                .get("/admin/dead-letters?state=OPEN&to=2020-01-01T00:00:00Z&key=" + customer)
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    void showsTheRecordAsItCame() throws Throwable {
        bury(FIRST, SECOND);

        operator()
                .get("/admin/dead-letters/" + letter("OPEN"))
                .then()
                .statusCode(200)
                .header("Cache-Control", notNullValue())
                .body("payload.customerId", equalTo(customer))
                .body("payload.at", equalTo(FIRST))
                .body("headers.ce_type", equalTo("orderflow.customer.erased"))
                .body("behind", equalTo(1))
                .body("state", equalTo("OPEN"));
    }

    @Test
    void showsARecordThatIsNoJson() throws Throwable {
        byte[] framed = {0, 0, 0, 0, 7, 2};
        VertxContextSupport.subscribeAndAwait(() -> channel.deliver(customer, framed));
        var id = letter("OPEN");

        operator()
                .get("/admin/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("payloadBase64", equalTo("AAAAAAcC"))
                .body("payload", nullValue());
        operator().post("/admin/dead-letters/" + id + "/replay").then().statusCode(409);
    }

    @Test
    void replaysALetterAndWhatStandsBehindIt() throws Throwable {
        bury(FIRST, SECOND, THIRD);
        channel.poison.clear();
        var id = letter("OPEN");

        operator()
                .post("/admin/dead-letters/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("REPLAYED"))
                .body("behind", equalTo(2));

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(effects()).containsExactly(FIRST, SECOND, THIRD));
        assertThat(audited(id)).containsExactly("op-1 dead-letter-replayed");
        operator()
                .post("/admin/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/dead-letter-settled"))
                .body("state", equalTo("REPLAYED"));
    }

    @Test
    void answersARepeatedReplayAsTheFirstTime() throws Throwable {
        bury(FIRST);
        channel.poison.clear();
        var path = "/admin/dead-letters/" + letter("OPEN") + "/replay";
        var key = UUID.randomUUID().toString();

        var first = operator()
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(200)
                .extract();
        var second = operator()
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(200)
                .extract();

        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects()).containsExactly(FIRST);
    }

    @Test
    void saysWhyAReplayWasInVain() throws Throwable {
        bury(FIRST, SECOND);
        var id = letter("OPEN");

        operator()
                .post("/admin/dead-letters/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/dead-letter-failed-again"))
                .body("errorType", equalTo("IllegalStateException"));

        operator()
                .get("/admin/dead-letters/" + id)
                .then()
                .body("attempts", equalTo(2))
                .body("state", equalTo("OPEN"));
        assertThat(audited(id)).containsExactly("op-1 dead-letter-failed-again");
        assertThat(effects()).isEmpty();
    }

    @Test
    void refusesToReplayOutOfTurn() throws Throwable {
        bury(FIRST, SECOND);

        operator()
                .post("/admin/dead-letters/" + letter("WAITING") + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/dead-letter-not-first"))
                .body("first", equalTo(letter("OPEN")));
    }

    @Test
    void replaysByFilter() throws Throwable {
        bury(FIRST, SECOND);
        channel.poison.clear();

        operator()
                .contentType("application/json")
                .body("{\"key\":\"" + customer + "\",\"errorType\":\"IllegalStateException\"}")
                .post("/admin/dead-letters/replay")
                .then()
                .statusCode(202)
                .body("released", equalTo(1));

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(effects()).containsExactly(FIRST, SECOND));
    }

    @Test
    void discardsALetterForAReason() throws Throwable {
        bury(FIRST, SECOND);
        channel.poison.clear();
        var id = letter("OPEN");

        operator()
                .delete("/admin/dead-letters/" + id + "?reason=test%20data")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISCARDED"))
                .body("behind", equalTo(1));

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(effects()).containsExactly(SECOND));
        assertThat(audited(id)).containsExactly("op-1 dead-letter-discarded");
        operator().delete("/admin/dead-letters/" + id).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /admin/dead-letters?state=SHUT, 400",
        "GET, /admin/dead-letters?limit=0, 400",
        "GET, /admin/dead-letters?cursor=bm8, 400",
        "GET, /admin/dead-letters?from=today, 400",
        "GET, /admin/dead-letters/no-uuid, 404",
        "GET, /admin/dead-letters/00000000-0000-7000-8000-000000000000, 404",
        "POST, /admin/dead-letters/00000000-0000-7000-8000-000000000000/replay, 404",
        "DELETE, /admin/dead-letters/00000000-0000-7000-8000-000000000000, 404"
    })
    void refusesWhatIsWrong(String method, String path, int status) {
        operator()
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"{\"keys\":\"x\"}", "[]", "''", "{\"from\":\"today\"}"})
    void refusesAMalformedFilter(String body) {
        operator()
                .contentType("application/json")
                .body(body)
                .post("/admin/dead-letters/replay")
                .then()
                .statusCode(400);
    }

    @Test
    void isForOperators() {
        var mine = Tokens.customer("c-1");
        given().auth().oauth2(mine).get("/admin/dead-letters").then().statusCode(403);
        given().auth()
                .oauth2(mine)
                .post("/admin/dead-letters/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(403);
        given().get("/admin/dead-letters").then().statusCode(401);
    }

    /** The first fails, the others stand behind it. */
    private void bury(String... times) throws Throwable {
        channel.poison.add(customer);
        VertxContextSupport.subscribeAndAwait(() -> channel.deliver(customer, times));
    }

    private String letter(String state) {
        return operator()
                .get("/admin/dead-letters?state=" + state + "&key=" + customer)
                .path("items[0].id");
    }

    private List<String> effects() {
        return column("select note from sample_effect where owner = $1 order by id", customer);
    }

    private List<String> audited(String letter) {
        return column("select actor || ' ' || action from audit where subject = $1 order by id", letter);
    }

    private List<String> column(String sql, String parameter) {
        var rows = pool.preparedQuery(sql).executeAndAwait(Tuple.of(parameter));
        return rows.stream().map(row -> row.getString(0)).toList();
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.operator("op-1"));
    }
}
