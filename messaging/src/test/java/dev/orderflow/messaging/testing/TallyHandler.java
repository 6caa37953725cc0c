package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.journal.NewEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps in {@code tally} which ticks took effect, and in which order; echoes each. Written as a service's handler would
 * be. A negative tick is poison.
 */
public class TallyHandler implements EventHandler<Tallies> {

    public static final String TABLE = "CREATE TABLE tally (id text PRIMARY KEY, seen bigint[] NOT NULL DEFAULT '{}')";

    private static final String ENSURE =
            "INSERT INTO tally (id) SELECT id FROM unnest($1::text[]) AS t(id) ORDER BY id ON CONFLICT DO NOTHING";
    private static final String LOCK = "SELECT id, seen FROM tally WHERE id = ANY($1) ORDER BY id FOR UPDATE";

    /** An array of arrays can't be sent, so each list travels as text. */
    private static final String STORE = """
            UPDATE tally SET seen = new.seen::bigint[] FROM unnest($1::text[], $2::text[]) AS new(id, seen)
            WHERE tally.id = new.id""";

    @Override
    public Set<Class<?>> handles() {
        return Set.of(Ticked.class, Noted.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of(Skipped.class);
    }

    @Override
    public Uni<Tallies> load(SqlConnection sql, List<Delivery> events) {
        var ids = events.stream().map(Delivery::key).distinct().toArray(String[]::new);
        return sql.preparedQuery(ENSURE)
                .execute(Tuple.tuple().addArrayOfString(ids))
                .chain(() -> sql.preparedQuery(LOCK).execute(Tuple.tuple().addArrayOfString(ids)))
                .map(rows -> {
                    var tallies = new Tallies();
                    rows.forEach(row -> tallies.put(row.getString("id"), row.getArrayOfLongs("seen")));
                    return tallies;
                });
    }

    @Override
    public Decision decide(Tallies tallies, Delivery event) {
        return switch (event.payload()) {
            case Ticked tick -> ticked(tallies, tick);
            case Noted noted -> noted(tallies, noted);
            default -> Decision.ignored("unexpected");
        };
    }

    private static Decision ticked(Tallies tallies, Ticked tick) {
        if (tick.n() < 0) {
            throw new IllegalStateException(tick.counter() + " runs backwards");
        }
        tallies.see(tick.counter(), tick.n());
        return Decision.applied(new NewEvent(tick.counter(), tick.n(), new Echoed(tick.counter(), tick.n())));
    }

    private static Decision noted(Tallies tallies, Noted noted) {
        noted.words().forEach(word -> tallies.see(noted.counter(), word.length()));
        return Decision.applied();
    }

    @Override
    public Uni<Void> store(SqlConnection sql, Tallies tallies) {
        var ids = tallies.all().keySet().toArray(String[]::new);
        var seen = tallies.all().values().stream()
                .map(ticks -> ticks.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .toArray(String[]::new);
        return sql.preparedQuery(STORE)
                .execute(Tuple.tuple().addArrayOfString(ids).addArrayOfString(seen))
                .replaceWithVoid();
    }
}
