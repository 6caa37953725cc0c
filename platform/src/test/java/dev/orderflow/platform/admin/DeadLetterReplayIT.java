package dev.orderflow.platform.admin;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Dead letters are replayed in turn or discarded, and it is kept who did it. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class DeadLetterReplayIT extends DeadLetterFixture {

    @Inject
    Pool pool;

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
}
