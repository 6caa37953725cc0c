package dev.orderflow.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import dev.orderflow.messaging.trace.EndedSpans;
import dev.orderflow.messaging.trace.EventSpans;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnitsOfWorkIT {

    private static final String SAMPLED = "00-" + "a".repeat(32) + "-b7ad6b7169203331-01";

    private final Database database = Database.create();
    private final Wiring process = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final List<Committed> nudges = new ArrayList<>();

    UnitsOfWorkIT() {
        process.nudges.observe(nudges::add);
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void commitsStateEventsAndTasksTogether() {
        var answer = process.run(() -> process.units.run(work -> insert(work).map(done -> "done")));

        assertThat(answer).isEqualTo("done");
        assertThat(rows()).containsExactly("1", "1", "1");
        assertThat(nudges).singleElement().satisfies(nudge -> {
            assertThat(nudge.hasEvents()).isTrue();
            assertThat(nudge.hasTasks()).isTrue();
        });
    }

    @Test
    void leavesNothingBehindWhenTheWorkFails() {
        assertThatThrownBy(() -> process.run(() -> process.units.run(
                        work -> insert(work).chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))))))
                .hasMessage("no");

        assertThat(rows()).containsOnly("0");
        assertThat(nudges).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheJournalRefuses() {
        assertThatThrownBy(() -> process.run(() -> process.units.run(work ->
                        insert(work).invoke(() -> work.append(List.of(Ticked.event("nul \u0000", 2)))))))
                .isNotNull();

        assertThat(rows()).containsOnly("0");
        assertThat(nudges).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItsEndFails() {
        assertThatThrownBy(() -> process.run(() -> process.units.run(work -> insert(work)
                        .invoke(() -> work.endWith(Uni.createFrom().failure(new IllegalStateException("lost")))))))
                .hasMessage("lost");

        assertThat(rows()).containsOnly("0");
        assertThat(nudges).isEmpty();
    }

    /** The journal's and the tasks' statements are behind the failed one already, and fail of it; it is the cause. */
    @Test
    void failsWithWhatFailedFirstOfWhatIsSentTogether() {
        assertThatThrownBy(() -> process.run(() -> process.units.run(work -> insert(work)
                        .invoke(() -> work.endWith(
                                work.sql().query("SELECT 1 / 0").execute().replaceWithVoid())))))
                .hasMessageContaining("division by zero");

        process.run(() -> process.units.run(this::insert));
        assertThat(rows()).containsOnly("1");
    }

    /** More often than the pool has connections. */
    @Test
    void givesItsConnectionBackWhenAStatementFails() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> process.run(() -> process.units.run(
                            work -> work.sql().query("SELECT 1 / 0").execute().replaceWithVoid())))
                    .hasMessageContaining("division by zero");
        }

        process.run(() -> process.units.run(this::insert));
        assertThat(rows()).containsOnly("1");
    }

    /** More often than the pool has connections. */
    @Test
    void givesItsConnectionBackWhenTheWorkThrows() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> process.run(() -> process.units.run(work -> {
                        throw new IllegalStateException("thrown, not failed");
                    })))
                    .hasMessage("thrown, not failed");
        }

        process.run(() -> process.units.run(this::insert));
        assertThat(rows()).containsOnly("1");
    }

    @Test
    void nudgesNobodyForAStateChangeAlone() {
        process.run(() -> process.units.run(work -> work.sql()
                .query("INSERT INTO tally (id) VALUES ('a')")
                .execute()
                .replaceWithVoid()));

        assertThat(nudges).isEmpty();
    }

    /** A nudge is a hint. What it leads to, or fails to, is not the work's failure. */
    @Test
    void succeedsThoughANudgeFails() {
        process.nudges.observe(nudge -> {
            throw new IllegalStateException("shutting down");
        });

        process.run(() -> process.units.run(this::insert));

        assertThat(rows()).containsOnly("1");
    }

    @Test
    void itsSpansEndAsItsCommitDoes() {
        database.execute("CREATE TABLE single (id int UNIQUE DEFERRABLE INITIALLY DEFERRED)");
        try (var ended = EndedSpans.ofThisJvm()) {
            process.run(() -> process.units.run(work -> spanned(work, "INSERT INTO single VALUES (1)")));
            assertThat(ended.all()).extracting(EndedSpans::status).containsExactly("UNSET");

            assertThatThrownBy(() -> process.run(
                            () -> process.units.run(work -> spanned(work, "INSERT INTO single VALUES (1)"))))
                    .hasMessageContaining("single_id_key");
            assertThat(ended.all()).extracting(EndedSpans::status).containsExactly("UNSET", "ERROR PgException");
        }
    }

    private static Uni<Void> spanned(UnitOfWork work, String statement) {
        work.spans().start(SpanKind.INTERNAL, "test", new EventSpans.About("a", null, SAMPLED));
        return work.sql().query(statement).execute().replaceWithVoid();
    }

    private Uni<Void> insert(UnitOfWork work) {
        var now = Instant.now();
        work.append(List.of(Ticked.event("a", 1)));
        work.schedule(List.of(new NewTask("call", "a", new Call("x"), now, now.plusSeconds(60))));
        return work.sql().query("INSERT INTO tally (id) VALUES ('a')").execute().replaceWithVoid();
    }

    private List<String> rows() {
        return List.of(
                database.value("SELECT count(*) FROM tally"),
                database.value("SELECT count(*) FROM journal"),
                database.value("SELECT count(*) FROM task"));
    }
}
