package dev.orderflow.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.retention.Month.Fate;
import dev.orderflow.messaging.retention.Month.Table;
import dev.orderflow.messaging.testing.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Retention beside other replicas, and beside writers, who never wait for it. */
class RetentionRacesIT extends RetentionFixture {

    /** It may commit at any time, below what was published long ago. */
    @Test
    void leavesAMonthToATransactionThatAppendsToIt() throws SQLException {
        haveAnEventOf(2);
        publishAll();
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            append(slow, 3);

            Fate fate = wiring.run(() -> wiring.pool.withConnection(
                    sql -> months(wiring).drop(sql, new Month(Table.JOURNAL, "journal_202403"))));
            assertThat(fate).isEqualTo(Fate.IN_USE);
            slow.commit();
        }
        run(AGES);
        assertThat(database.column("SELECT key FROM journal")).containsExactly("3");
    }

    @Test
    void isLeftToOneReplicaAtATime() throws SQLException {
        try (var other = database.connect()) {
            Database.execute(other, "SELECT pg_advisory_lock(hashtext('orderflow.messaging.retention'))");
            run(AGES);
            assertThat(months("journal")).filteredOn(RetentionFixture::isOld).hasSize(OLD.size());
        }
    }

    /** Two write without a pause, while a third has been in the middle of a transaction for long. */
    @Test
    void letsNoWriterWait() throws Exception {
        OLD.forEach(this::haveAnEventOf);
        publishAll();
        var done = new AtomicBoolean();
        var writers = List.of(writer(done), writer(done));
        try (var slow = database.connect()) {
            slow.setAutoCommit(false);
            append(slow, "now", "clock_timestamp()");
            var dropping = CompletableFuture.runAsync(() -> run(AGES), Thread::startVirtualThread);
            await().pollInterval(Duration.ofMillis(5)).until(this::isWaitedFor);
            long written = events();
            await().until(() -> events() > written + writers.size());
            slow.commit();
            dropping.join();
        } finally {
            done.set(true);
        }

        writers.forEach(CompletableFuture::join);
        run(AGES); // what was in use at each try goes now
        assertThat(months("journal")).noneMatch(RetentionFixture::isOld);
    }

    private long events() {
        return database.number("SELECT count(*) FROM journal");
    }

    private boolean isWaitedFor() {
        return database.number("""
                SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'
                AND relation = 'journal'::regclass""") > 0;
    }

    /** Fails if an append does. */
    private CompletableFuture<Void> writer(AtomicBoolean done) {
        return CompletableFuture.runAsync(
                () -> {
                    try (var connection = database.connect()) {
                        while (!done.get()) {
                            append(connection, "now", "clock_timestamp()");
                        }
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
