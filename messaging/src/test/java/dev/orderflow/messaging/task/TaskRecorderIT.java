package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.StatementLog;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers are recorded together, and fail alone. */
class TaskRecorderIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Database database = Database.create();
    private final List<UniEmitter<? super String>> open = new CopyOnWriteArrayList<>();
    private WorkerProcess worker;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void recordsTheAnswersOfABusyMomentTogether() throws Exception {
        var party = Party.slow(open);
        worker = new WorkerProcess(database, party).start();
        worker.schedule(60, MINUTE);
        await().until(() -> open.size() == 60);

        try (var busy = database.connect()) {
            busy.setAutoCommit(false);
            Database.execute(
                    busy, "LOCK TABLE tally IN SHARE MODE"); // the first record waits, and the others behind it
            open.forEach(answer -> answer.complete("yes"));
            busy.rollback();
        }
        await().atMost(MINUTE).until(() -> tasks() == 0);

        assertThat(party.batches).hasSizeLessThan(10);
        assertThat(database.column("SELECT seen::text FROM tally")).hasSize(60).containsOnly("{1}");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(60);
    }

    /** Beside those of a handler, which has none here: whether the tasks are still ours, and that they are done. */
    @Test
    void recordsTheAnswersOfABusyMomentWithTwoStatements() throws Exception {
        worker = new WorkerProcess(database, forgetful()).start();
        worker.schedule(60, MINUTE);
        await().until(() -> open.size() == 60);

        try (var log = StatementLog.start(database.url());
                var busy = database.connect()) {
            busy.setAutoCommit(false);
            Database.execute(
                    busy, "LOCK TABLE task IN SHARE MODE"); // the first can't be done, and the others wait behind it
            open.forEach(answer -> answer.complete("yes"));
            busy.rollback();
            await().atMost(MINUTE).until(() -> tasks() == 0);

            assertThat(log.transactionsWith("DELETE FROM task"))
                    .hasSizeLessThan(10)
                    .allSatisfy(statements -> assertThat(statements)
                            .satisfiesExactly(
                                    owned -> assertThat(owned).startsWith("SELECT id, attempt FROM task"),
                                    done -> assertThat(done).startsWith("DELETE FROM task")));
        }
    }

    @Test
    void keepsTheRecordsOfABusyMomentApartButNotTheFirst() {
        var party = Party.slow(open);
        worker = new WorkerProcess(database, party, "tasks.gather-records", "500ms").start();
        worker.schedule(3, MINUTE);
        await().until(() -> open.size() == 3);

        long began = System.nanoTime();
        open.get(0).complete("yes");
        await().until(() -> tasks() == 2);
        open.get(1).complete("yes");
        open.get(2).complete("yes");
        await().until(() -> tasks() == 0);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(450));
    }

    @Test
    void losesNoOtherAnswerToOneThatCannotBeRecorded() {
        var party = new Party(task -> Uni.createFrom().emitter(open::add));
        worker = new WorkerProcess(database, party, "tasks.first-backoff", "1h").start();
        worker.schedule(40, MINUTE);
        await().until(() -> open.size() == 40);

        for (int n = 0; n < 40; n++) {
            open.get(n).complete(n == 17 ? Party.POISON : "yes");
        }
        await().until(() ->
                tasks() == 1 && database.number("SELECT count(*) FROM task WHERE last_error IS NOT NULL") == 1);

        assertThat(database.column("SELECT seen::text FROM tally")).hasSize(39).containsOnly("{1}");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(39);
    }

    /** A lock that is not had in time is a transient fault, but of one row and not of the database. */
    @Test
    void losesNoOtherAnswerToARowThatIsLocked() throws Exception {
        var name = database.column("SELECT current_database()").getFirst();
        database.execute("ALTER DATABASE " + name + " SET lock_timeout = '200ms'");
        database.execute("INSERT INTO tally (id, seen) VALUES ('locked', '{}')");
        var party = Party.slow(open);
        worker = new WorkerProcess(database, party, "tasks.first-backoff", "100ms", "tasks.longest-backoff", "1s")
                .start();
        var now = Instant.now();
        try (var outside = database.connect()) {
            outside.setAutoCommit(false);
            Database.execute(outside, "SELECT FROM tally WHERE id = 'locked' FOR UPDATE");
            worker.schedule(new NewTask("call", "locked", new Call("n"), now, now.plus(MINUTE)));
            worker.schedule(20, MINUTE);
            await().until(() -> open.size() == 21);
            await().atMost(MINUTE).until(() -> {
                open.forEach(answer -> answer.complete("yes")); // a second call too, if a slow disk made one
                return database.number("SELECT count(*) FROM tally WHERE cardinality(seen) = 1") == 20;
            });
            outside.rollback();
        }
        await().until(() -> {
            open.forEach(answer -> answer.complete("yes")); // its second call, if the first has given up
            return tasks() == 0;
        });

        assertThat(database.column("SELECT cardinality(seen)::text FROM tally WHERE id = 'locked'"))
                .containsExactly("1");
    }

    /** Answers when the test says so, and keeps nothing of it. */
    private Party forgetful() {
        return new Party(task -> Uni.createFrom().emitter(open::add)) {

            @Override
            public Uni<Void> record(UnitOfWork work, List<Answered<Call, String>> answered) {
                return Uni.createFrom().voidItem();
            }
        };
    }

    private long tasks() {
        return database.number("SELECT count(*) FROM task");
    }
}
