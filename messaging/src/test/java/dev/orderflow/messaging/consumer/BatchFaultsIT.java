package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database fails in each of its ways, made to by a second connection: the batch takes effect once all the same. */
class BatchFaultsIT extends ConsumerFixture {

    private final List<Wiring> processes = new ArrayList<>();

    @AfterEach
    void closeProcesses() {
        database.execute("DROP TRIGGER IF EXISTS obstacle ON tally");
        processes.forEach(Wiring::close);
        processes.clear();
    }

    @Test
    void triesAgainAfterADeadlock() throws Exception {
        var batch = deliver(Envelope.tick("a", 1), Envelope.tick("b", 1), Envelope.tick("c", 1));
        consume(deliver(Envelope.tick("a", 0), Envelope.tick("b", 0), Envelope.tick("c", 0)));
        try (var gate = lock("b");
                var rival = database.superuser()) {
            rival.setAutoCommit(false);
            // The one that waits longer than this looks for deadlocks, once, and gives way: never the rival.
            Database.execute(rival, "SET deadlock_timeout = '10min'");
            Database.execute(rival, "SELECT FROM tally WHERE id = 'c' FOR UPDATE");
            var handled = begin(consumer, batch);
            awaitLockWaits(1);
            var crossed = CompletableFuture.runAsync(
                    () -> Database.execute(rival, "SELECT FROM tally WHERE id = 'a' FOR UPDATE"),
                    Thread::startVirtualThread);
            awaitLockWaits(2);
            gate.rollback(); // the batch's wait for c closes the circle
            crossed.get(20, java.util.concurrent.TimeUnit.SECONDS);
            rival.commit();
            EventLoop.await(handled);
        }

        assertThat(retries(process)).isPositive();
        assertThat(database.seen("a")).isEqualTo("0,1");
        assertThat(database.seen("b")).isEqualTo("0,1");
        assertThat(deadLetters()).isZero();
    }

    @Test
    void triesAgainAfterASerializationFailure() throws Exception {
        var strict = strict("default_transaction_isolation", "repeatable read");
        consume(deliver(Envelope.tick("a", 1)));
        try (var rival = lock("a")) {
            var handled = begin(consumer(strict, new TallyHandler()), deliver(Envelope.tick("a", 2)));
            awaitLockWaits(1);
            Database.execute(rival, "UPDATE tally SET seen = seen || 7::bigint WHERE id = 'a'");
            rival.commit();
            EventLoop.await(handled);
        }

        assertThat(retries(strict)).isPositive();
        assertThat(database.seen("a")).isEqualTo("1,7,2");
    }

    @Test
    void triesAgainUntilALockIsFree() throws Exception {
        var impatient = strict("lock_timeout", "50ms");
        consume(deliver(Envelope.tick("a", 1)));
        try (var rival = lock("a")) {
            var handled = begin(
                    consumer(impatient, new TallyHandler()), deliver(Envelope.tick("a", 2), Envelope.tick("b", 1)));
            await().until(() -> retries(impatient) >= 3);
            assertThat(handled).isNotDone();
            rival.rollback();
            EventLoop.await(handled);
        }

        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(database.seen("b")).isEqualTo("1");
        assertThat(deadLetters()).isZero();
    }

    /** Every row costs 100 ms here, so no more than a few events fit into a transaction. */
    @ParameterizedTest
    @CsvSource({"transaction_timeout", "statement_timeout"})
    void goesOnInHalvesAfterATimeout(String timeout) {
        obstacle("PERFORM pg_sleep(0.1)");
        var hasty = strict(timeout, "450ms");

        EventLoop.await(begin(
                consumer(hasty, new TallyHandler()),
                deliver(
                        Envelope.tick("a", 1),
                        Envelope.tick("b", 1),
                        Envelope.tick("c", 1),
                        Envelope.tick("d", 1),
                        Envelope.tick("a", 2),
                        Envelope.tick("e", 1),
                        Envelope.tick("f", 1),
                        Envelope.tick("a", 3))));

        assertThat(database.seen("a")).as("in order over the halves").isEqualTo("1,2,3");
        assertThat(database.column("SELECT array_to_string(seen, ',') FROM tally WHERE id <> 'a'"))
                .hasSize(5)
                .containsOnly("1");
        assertThat(deadLetters()).isZero();
    }

    /** The server takes the connection away while the batch waits in the middle of its transaction. */
    @Test
    void triesAgainWhenItsConnectionIsTerminated() throws Exception {
        consume(deliver(Envelope.tick("a", 1)));
        try (var rival = lock("a")) {
            var handled = begin(consumer, deliver(Envelope.tick("a", 2)));
            awaitLockWaits(1);
            Database.execute(rival, """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock'""");
            rival.rollback();
            EventLoop.await(handled);
        }

        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(2);
    }

    @Test
    void takesEffectOnceWhenPostgresIsKilledInTheMiddle() throws Exception {
        var parts = EmbeddedParts.shared();
        consume(deliver(ticks("a", 1, 2)));
        CompletableFuture<Void> handled;
        try (var rival = lock("a")) {
            handled = begin(consumer, deliver(ticks("a", 3, 50)));
            awaitLockWaits(1);
            parts.kill(Name.POSTGRES);
            assertThat(rival.isValid(1)).isFalse();
        } finally {
            parts.start(Name.POSTGRES);
        }
        EventLoop.await(handled);

        assertThat(database.seen("a")).isEqualTo(upTo(50));
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(50);
        assertThat(deadLetters()).isZero();
    }

    /** What a constraint refuses is the record's fault, whoever notices it. */
    @Test
    void buriesARecordWhoseEffectTheDatabaseRefuses() {
        obstacle("IF 13 = ANY(NEW.seen) THEN RAISE check_violation; END IF");

        consume(deliver(ticks("a", 1, 20)));

        assertThat(database.seen("a")).isEqualTo(upTo(12));
        assertThat(database.column("SELECT error_type FROM dead_letter WHERE state = 'OPEN'"))
                .containsExactly("PgException");
    }

    /** Each failed try gives its connection back: there are eight, and far more tries. */
    @ParameterizedTest
    @CsvSource({"THROWN", "FAILED"})
    void leaksNoConnectionWhenAHandlerFails(How how) {
        var broken = consumer(new FailingHandler(how));

        EventLoop.await(begin(broken, deliver(ticks("a", 1, 30))));

        assertThat(deadLetters()).isEqualTo(30);
        assertThat(database.number("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND state LIKE 'idle in transaction%'""")).isZero();
        consume(deliver(Envelope.tick("b", 1)));
        assertThat(database.seen("b")).isEqualTo("1");
    }

    enum How {
        THROWN,
        FAILED
    }

    /** Can't even load its aggregates. */
    private static final class FailingHandler extends TallyHandler {

        private final How how;

        FailingHandler(How how) {
            this.how = how;
        }

        @Override
        public Uni<Tallies> load(SqlConnection sql, List<Delivery> events) {
            if (how == How.THROWN) {
                throw new IllegalStateException("load");
            }
            return Uni.createFrom().failure(new IllegalStateException("load"));
        }
    }

    private Wiring strict(String... session) {
        var process = process(session);
        processes.add(process);
        return process;
    }

    private Connection lock(String counter) throws SQLException {
        var rival = database.connect();
        rival.setAutoCommit(false);
        Database.execute(rival, "SELECT FROM tally WHERE id = '" + counter + "' FOR UPDATE");
        return rival;
    }

    private void awaitLockWaits(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> database.number("""
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock'""") == count);
    }

    private void obstacle(String statement) {
        database.execute("""
                CREATE OR REPLACE FUNCTION obstacle() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN %s; RETURN NEW; END $$;
                CREATE TRIGGER obstacle BEFORE UPDATE ON tally FOR EACH ROW EXECUTE FUNCTION obstacle()""".formatted(statement));
    }
}
