package dev.orderflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.QuarkusParts;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What an erasure takes of stored answers, and that it finds it among the many others of a day. */
@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "platform"))
class ForgettingIT {

    private static final String STORE = """
            INSERT INTO idempotency_key (caller, call, key, body_hash, status, body)
            SELECT 'somebody', $1, $2 || '-' || n, '', 201, '' FROM generate_series(1, $3) n""";

    @Inject
    Pool pool;

    @Inject
    KeyStore keys;

    private final String order = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Test
    void forgetsTheCallsThatNameItAndNoOthers() {
        store("POST /orders/" + order + "/cancel", 1);
        store("PATCH /orders/" + order, 1);
        store("POST /orders/" + other + "/cancel", 1);
        store("POST /orders", 1);

        assertThat(keys.forgetNaming(pool, List.of(order)).await().indefinitely())
                .isEqualTo(2);
        assertThat(count("POST /orders/" + other + "/cancel")).isOne();
    }

    /** A day's orders are millions of rows, and an erasure has ten seconds. */
    @Test
    void findsThemByAnIndexThatThePlacedOrdersAreNotIn() {
        store("POST /orders", 10_000);
        store("POST /orders/" + order + "/cancel", 1);
        pool.query("ANALYZE idempotency_key").executeAndAwait();

        assertThat(plan(order)).contains("idempotency_key_naming").doesNotContain("Seq Scan");
    }

    private void store(String call, int times) {
        pool.preparedQuery(STORE)
                .executeAndAwait(Tuple.of(call, UUID.randomUUID().toString(), times));
    }

    private long count(String call) {
        return pool.preparedQuery("SELECT count(*) FROM idempotency_key WHERE call = $1")
                .executeAndAwait(Tuple.of(call))
                .iterator()
                .next()
                .getLong(0);
    }

    private String plan(String segment) {
        var statement = KeyStore.FORGET_NAMING.replace("$1", "'{" + segment + "}'");
        var rows = pool.query("EXPLAIN " + statement).executeAndAwait();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
    }
}
