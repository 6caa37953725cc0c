package dev.orderflow.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.SlowLink;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often a transaction waits for the server, over a link on which each wait is seen. */
class RoundTripsIT {

    private static final String COUNT = "INSERT INTO tally (id) VALUES ($1)";

    private final Database database = Database.create();

    @Test
    void waitsOnceForAStatementOnceForAllThatEndsTheWorkAndOnceForTheCommit() throws Exception {
        var direct = PgConnectOptions.fromUri(database.reactiveUrl());
        try (var link = SlowLink.before(direct.getPort());
                var process = Wiring.on(database, new TestTypes("ticks", "echoes"))) {
            var pool = far(direct.setPort(link.port()).setHost("127.0.0.1"), process);
            var units = new UnitsOfWork(pool, process.journal, process.tasks, process.places, process.nudges);
            process.run(() -> units.run(work -> count(work, 1))); // prepares the statements

            int before = link.roundTrips();
            process.run(() -> units.run(work -> count(work, 2)));

            assertThat(link.roundTrips() - before).isEqualTo(3);
            assertThat(database.number("SELECT count(*) FROM tally")).isEqualTo(2);
            assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(2);
            assertThat(database.number("SELECT count(*) FROM task")).isEqualTo(2);
        }
    }

    private static Uni<Void> count(UnitOfWork work, int n) {
        var now = Instant.now();
        work.append(List.of(Ticked.event("a", n)));
        work.schedule(List.of(new NewTask("call", "a", new Call("x"), now, now.plusSeconds(60))));
        work.endWith(work.sql().query("SELECT 1").execute().replaceWithVoid());
        return work.sql().preparedQuery(COUNT).execute(Tuple.of("a" + n)).replaceWithVoid();
    }

    private static Pool far(PgConnectOptions to, Wiring process) {
        var parts = EmbeddedParts.shared();
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(
                        to.setUser(parts.user()).setPassword(parts.password()).setCachePreparedStatements(true))
                .using(process.vertx)
                .build());
    }
}
