package dev.orderflow.platform.idempotency;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Somebody new with a key of their own, and what their calls have left behind. */
abstract class CallerFixture {

    @Inject
    Pool pool;

    @Inject
    KeyStore keys;

    String caller;
    String key;

    @BeforeEach
    void somebodyNew() {
        caller = "c-" + UUID.randomUUID();
        key = UUID.randomUUID().toString();
    }

    long effects() {
        return count("select count(*) from sample_effect where owner = $1");
    }

    long count(String query) {
        return pool.preparedQuery(query)
                .execute(Tuple.of(caller))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong(0);
    }
}
