package dev.orderflow.messaging.control;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What operators turn off and on. Durable; every replica follows within {@code orderflow.messaging.switches.every}, the
 * one that changes it at once. A switch that nobody has touched is on.
 */
@Singleton
public final class Switches {

    private static final String ALL = "SELECT name, is_on, version, changed_at FROM switch ORDER BY name";

    /** Writes, and answers, only what changes something. */
    private static final String TURN = """
            INSERT INTO switch (name, is_on)
            SELECT $1, $2::boolean WHERE NOT $2::boolean OR EXISTS (SELECT FROM switch WHERE name = $1)
            ON CONFLICT (name) DO UPDATE
                SET is_on = excluded.is_on, version = switch.version + 1, changed_at = clock_timestamp()
                WHERE switch.is_on <> excluded.is_on
            RETURNING name, is_on, version, changed_at""";

    private final SwitchBoard board;

    @Inject
    public Switches(SwitchBoard board) {
        this.board = board;
    }

    /** Every switch that was ever touched, by name. */
    public Uni<List<SwitchState>> all(SqlClient sql) {
        return sql.query(ALL).execute().map(Switches::states);
    }

    /** @return whether it was the other way before; this process knows once the work has committed */
    public Uni<Boolean> turn(UnitOfWork work, String name, boolean on) {
        return work.sql()
                .preparedQuery(TURN)
                .execute(Tuple.of(name, on))
                .map(Switches::states)
                .invoke(changed -> changed.forEach(state -> work.afterCommit(() -> board.learn(state))))
                .map(changed -> !changed.isEmpty());
    }

    private static List<SwitchState> states(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new SwitchState(
                        row.getString("name"),
                        row.getBoolean("is_on"),
                        row.getLong("version"),
                        row.getOffsetDateTime("changed_at").toInstant()))
                .toList();
    }
}
