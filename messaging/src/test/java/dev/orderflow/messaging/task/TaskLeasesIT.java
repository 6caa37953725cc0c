package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.LogRecords;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever dies or sleeps in the middle of a call is replaced, and has no say in what is recorded. */
class TaskLeasesIT extends WorkerFixture {

    @Test
    void repeatsTheCallOfADeadWorkerWithTheSameId() {
        var dying = worker(Party.slow(open)).start();
        dying.schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        processes.remove(dying);
        dying.close();
        var id = database.value("SELECT id FROM task WHERE attempt = 1");
        database.execute("UPDATE task SET due_at = clock_timestamp()"); // its lease ends

        var party = Party.willing();
        worker(party).start();
        await().until(() -> tasks() == 0);

        assertThat(party.calls).singleElement().satisfies(task -> {
            assertThat(task.id()).hasToString(id);
            assertThat(task.attempt()).isEqualTo(2);
        });
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{2}");
    }

    /** One that lives is not taken for dead, even if its call takes many leases. */
    @Test
    void keepsATaskWhoseCallOutlastsItsLease() {
        var other = Party.willing();
        worker(Party.slow(open), "tasks.lease", "10s").start().schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        var claimed = dueAt();
        worker(other, "tasks.longest-idle", "20ms").start();

        await().atMost(Duration.ofSeconds(30)).until(() -> dueAt().isAfter(claimed.plusSeconds(10)));
        open.getFirst().complete("at last");
        await().until(() -> tasks() == 0);

        assertThat(other.calls).isEmpty();
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{1}");
    }

    /** The first worker slept through its lease, and wakes when the second has finished. */
    @Test
    void recordsNothingOfAnAttemptThatWasTakenOver() {
        var sleepy = Party.slow(open);
        var second = Party.willing();
        worker(sleepy, "tasks.lease", "1h", "tasks.concurrency", "1").start().schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        endLeases();
        worker(second).start();
        await().until(() -> tasks() == 0);

        open.getFirst().complete("late yes");

        await().until(() -> sleepy.superseded.equals(List.of("late yes to attempt 1")));
        assertThat(second.superseded).isEmpty();
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{2}");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(1);
    }

    /** And when the second is still calling: the late answer may not be taken for its own. */
    @Test
    void recordsNothingOfAnAttemptWhileItsSuccessorIsCalling() {
        var sleepy = Party.slow(open);
        worker(sleepy, "tasks.lease", "1h", "tasks.concurrency", "1").start().schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        endLeases();
        worker(Party.slow(open), "tasks.lease", "1h").start();
        await().until(() -> open.size() == 2);

        open.getFirst().complete("late");
        await().until(() -> sleepy.superseded.equals(List.of("late to attempt 1")));
        assertThat(database.number("SELECT count(*) FROM tally")).isZero();

        open.getLast().complete("timely");
        await().until(() -> tasks() == 0);
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{2}");
    }

    /** What the successor recorded makes the late record impossible: that is no reason not to undo the call. */
    @Test
    void undoesATakenOverCallWhoseRecordWouldFail() {
        var sleepy = new Party(task -> Uni.createFrom().emitter(open::add)) {
            @Override
            public Uni<Void> record(UnitOfWork work, List<Answered<Call, String>> answered) {
                throw new IllegalStateException("already recorded");
            }
        };
        worker(sleepy, "tasks.lease", "1h", "tasks.concurrency", "1").start().schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        endLeases();
        worker(Party.willing()).start();
        await().until(() -> tasks() == 0);

        open.getFirst().complete("late");

        await().until(() -> sleepy.superseded.size() == 1);
    }

    /** Nobody else knows what that call did: a connection that breaks then must not make it forgotten. */
    @Test
    void undoesATakenOverCallThoughTheDatabaseFailsMeanwhile() {
        var tries = new AtomicInteger();
        var sleepy = new Party(task -> Uni.createFrom().emitter(open::add)) {
            @Override
            public Uni<Void> superseded(UnitOfWork work, Task task, Call payload, String answer) {
                return tries.incrementAndGet() < 3
                        ? work.sql()
                                .query("SELECT pg_terminate_backend(pg_backend_pid())")
                                .execute()
                                .replaceWithVoid()
                        : super.superseded(work, task, payload, answer);
            }
        };
        worker(sleepy, "tasks.lease", "1h", "tasks.concurrency", "1", "tasks.first-backoff", "20ms")
                .start()
                .schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        endLeases();
        worker(Party.willing()).start();
        await().until(() -> tasks() == 0);

        open.getFirst().complete("late");

        await().until(() -> sleepy.superseded.equals(List.of("late to attempt 1")));
        assertThat(tries).hasValue(3);
    }

    /** It is nobody's to try again, and a log that says so would send an operator the wrong way. */
    @Test
    void saysThatItDropsWhatItCanNotUndo() {
        var sleepy = new Party(task -> Uni.createFrom().emitter(open::add)) {
            @Override
            public Uni<Void> superseded(UnitOfWork work, Task task, Call payload, String answer) {
                return Uni.createFrom().failure(new IllegalStateException("no such thing"));
            }
        };
        worker(sleepy, "tasks.lease", "1h", "tasks.concurrency", "1").start().schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        endLeases();
        worker(Party.willing()).start();
        await().until(() -> tasks() == 0);

        try (var log = LogRecords.of(TaskRun.class)) {
            open.getFirst().complete("late");

            await().until(() -> !log.warnings().isEmpty());
            assertThat(log.warnings()).singleElement().asString().contains("is dropped", "no such thing");
        }
    }

    private Instant dueAt() {
        return Instant.parse(database.value(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM task"));
    }

    /** As if their workers had slept: a worker that is awake would prolong them. */
    private void endLeases() {
        database.execute("UPDATE task SET due_at = clock_timestamp()");
    }
}
