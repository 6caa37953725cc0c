package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.LogRecords;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each task is called at least once and recorded exactly once, whoever dies or sleeps in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TaskWorkerIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Database database = Database.create();
    private final List<WorkerProcess> processes = new ArrayList<>();
    private final List<UniEmitter<? super String>> open = new CopyOnWriteArrayList<>();

    @BeforeEach
    void empty() {
        List.of("task", "tally", "journal").forEach(table -> database.execute("DELETE FROM " + table));
        open.clear();
    }

    @AfterEach
    void close() {
        processes.forEach(WorkerProcess::close);
        processes.clear();
    }

    @Test
    void callsRecordsAndForgetsATask() {
        var party = Party.willing();
        worker(party).start().schedule(1, MINUTE);

        await().until(() -> tasks() == 0);

        assertThat(party.calls).singleElement().satisfies(task -> {
            assertThat(task.attempt()).isEqualTo(1);
            assertThat(task.payload()).contains("n0");
        });
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{1}");
        assertThat(database.number("SELECT count(*) FROM journal WHERE type = 'test.echoed'"))
                .isEqualTo(1);
    }

    @Test
    void claimsNoTaskTwiceWithTwoWorkersAtOnce() {
        var party = Party.willing();
        var one = worker(party, "tasks.concurrency", "7").start();
        var two = worker(party, "tasks.concurrency", "5").start();

        one.schedule(150, MINUTE);
        two.schedule(150, MINUTE);
        await().atMost(MINUTE).until(() -> tasks() == 0);

        assertThat(party.calls).hasSize(300).allMatch(task -> task.attempt() == 1);
        assertThat(party.calls.stream().map(Task::id).distinct()).hasSize(300);
        assertThat(database.column("SELECT DISTINCT seen::text FROM tally")).containsExactly("{1}");
    }

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

    private Instant dueAt() {
        return Instant.parse(database.value(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM task"));
    }

    /** As if their workers had slept: a worker that is awake would prolong them. */
    private void endLeases() {
        database.execute("UPDATE task SET due_at = clock_timestamp()");
    }

    /** However long the tries before took: a worker reads the deadline with each claim, and never writes it. */
    private void endTheTime() {
        database.execute("UPDATE task SET deadline = clock_timestamp()");
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

    @Test
    void triesAgainUntilTheDeadlineAndExpiresOnce() {
        var party = Party.failing();
        worker(party, "tasks.first-backoff", "20ms", "tasks.longest-backoff", "60ms", "tasks.longest-idle", "10ms")
                .start()
                .schedule(1, MINUTE);
        await().until(() -> party.calls.size() > 3);
        endTheTime();

        await().until(() -> database.number("SELECT count(*) FROM task WHERE state = 'EXPIRED'") == 1);

        assertThat(party.calls.stream().map(Task::id).distinct()).hasSize(1);
        assertThat(party.calls.stream().mapToLong(Task::attempt))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, party.calls.size()).boxed().toList());
        assertThat(party.expired).hasSize(1);
        assertThat(database.column("SELECT version::text FROM journal")).containsExactly("-1");
        assertThat(database.value("SELECT last_error FROM task")).isEqualTo("IllegalStateException");
        assertThat(database.number("SELECT count(*) FROM tally")).isZero();
    }

    @Test
    void expiresOnceWithTwoWorkersAtOnce() {
        var party = Party.failing();
        var one = worker(party, "tasks.first-backoff", "5ms", "tasks.longest-backoff", "5ms")
                .start();
        worker(party, "tasks.first-backoff", "5ms", "tasks.longest-backoff", "5ms")
                .start();

        one.schedule(30, Duration.ofMillis(100));

        await().until(() -> database.number("SELECT count(*) FROM task WHERE state = 'EXPIRED'") == 30);
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(30);
    }

    /** An expiry that can't be stored is tried again, but not as fast as the database can say no. */
    @Test
    void pausesBetweenTriesBehindTheDeadline() {
        var tries = new CopyOnWriteArrayList<Long>();
        var party = new Party(task -> Uni.createFrom().item("never asked")) {
            @Override
            public Uni<Void> expired(UnitOfWork work, Task task, Call payload) {
                tries.add(System.nanoTime());
                return Uni.createFrom().failure(new IllegalStateException("not now"));
            }
        };
        worker(party, "tasks.first-backoff", "3s", "tasks.longest-backoff", "3s")
                .start()
                .schedule(1, Duration.ofSeconds(-1));

        await().atMost(Duration.ofSeconds(20)).until(() -> tries.size() >= 3);

        assertThat(Duration.ofNanos(tries.get(2) - tries.get(0))).isGreaterThan(Duration.ofMillis(590));
        assertThat(party.calls).isEmpty();
    }

    @Test
    void repeatsTheCallWithTheSameIdWhenItsRecordFails() {
        var records = new AtomicInteger();
        var party = new Party(task -> Uni.createFrom().item("yes")) {
            @Override
            public Uni<Void> record(UnitOfWork work, List<Answered<Call, String>> answered) {
                return records.incrementAndGet() < 3
                        ? super.record(work, answered)
                                .chain(() -> Uni.createFrom().failure(new IllegalStateException("no")))
                        : super.record(work, answered);
            }
        };
        worker(party, "tasks.first-backoff", "5ms").start().schedule(1, MINUTE);

        await().until(() -> tasks() == 0);

        assertThat(party.calls).hasSize(3);
        assertThat(party.calls.stream().map(Task::id).distinct()).hasSize(1);
        assertThat(database.column("SELECT seen::text FROM tally"))
                .as("what failed has left nothing")
                .containsExactly("{3}");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(1);
    }

    /** A mail has no key by which a second one is known: what a database lacks for a moment is no reason to send it again. */
    @Test
    void doesNotRepeatTheCallWhenTheDatabaseFailsItsRecord() {
        var records = new AtomicInteger();
        var party = new Party(task -> Uni.createFrom().item("yes")) {
            @Override
            public Uni<Void> record(UnitOfWork work, List<Answered<Call, String>> answered) {
                return records.incrementAndGet() < 4
                        ? work.sql()
                                .query("SELECT pg_terminate_backend(pg_backend_pid())")
                                .execute()
                                .replaceWithVoid()
                        : super.record(work, answered);
            }
        };
        worker(party, "tasks.first-backoff", "5ms").start().schedule(1, MINUTE);

        await().until(() -> tasks() == 0);

        assertThat(party.calls).hasSize(1);
        assertThat(records).hasValue(4);
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{1}");
    }

    @Test
    void goesOnWhenAHandlerThrows() {
        var calls = new AtomicInteger();
        var party = new Party(task -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalArgumentException("thrown, not failed");
            }
            return Uni.createFrom().item("yes");
        });
        worker(party, "tasks.first-backoff", "5ms").start().schedule(1, MINUTE);

        await().until(() -> tasks() == 0);
        assertThat(calls).hasValue(2);
    }

    /** A later release wrote it, or an operator. Nobody can be asked, so at its deadline it is set aside. */
    @Test
    void setsAnUnreadableTaskAsideAtItsDeadline() {
        var party = Party.willing();
        var now = Instant.now();
        worker(party, "tasks.first-backoff", "5ms", "tasks.longest-backoff", "20ms")
                .start()
                .schedule(new NewTask("call", "k", List.of("no call"), now, now.plus(MINUTE)));
        await().until(() -> database.number("SELECT count(*) FROM task WHERE last_error IS NOT NULL") == 1);
        endTheTime();

        await().until(() -> database.column("SELECT state FROM task").equals(List.of("EXPIRED")));

        assertThat(party.calls).isEmpty();
        assertThat(database.value("SELECT last_error FROM task")).isEqualTo("UndecodableEventException");
    }

    @Test
    void leavesKindsAloneThatItHasNoHandlerFor() {
        var party = Party.willing();
        var worker = worker(party).start();
        var now = Instant.now();
        worker.schedule(new NewTask("of another release", "k", new Call("x"), now, now.plusSeconds(60)));
        worker.schedule(1, MINUTE);

        await().until(() -> tasks() == 1);

        assertThat(database.value("SELECT attempt FROM task")).isEqualTo("0");
    }

    @Test
    void waitsUntilATaskIsDue() {
        var party = Party.willing();
        var worker = worker(party).start();
        var due = Instant.now().plusMillis(400);
        worker.schedule(new NewTask("call", "later", new Call("x"), due, due.plusSeconds(60)));

        await().until(() -> tasks() == 0);

        assertThat(Instant.now()).isAfter(due);
    }

    @Test
    void makesNoMoreCallsAtOnceThanItMay() {
        var worker = worker(Party.slow(open), "tasks.concurrency", "5").start();
        worker.schedule(12, MINUTE);
        await().until(() -> open.size() == 5);

        worker.schedule(1, MINUTE);
        assertThat(database.number("SELECT count(*) FROM task WHERE attempt = 0"))
                .isEqualTo(8);
        assertThat(open).hasSize(5);

        open.get(3).complete("yes");
        await().until(() -> open.size() == 6);
        assertThat(database.number("SELECT count(*) FROM task WHERE attempt > 0"))
                .isEqualTo(5);
        for (int answered = 0; answered < 13; answered++) {
            int next = answered;
            await().until(() -> open.size() > next);
            open.get(next).complete("yes");
        }
        await().until(() -> tasks() == 0);
    }

    /** The pause between polls is a minute here: only the commit itself can be so quick. */
    @Test
    void runsATaskAtOnceAfterItsCommit() {
        var party = Party.willing();
        var worker = worker(party, "tasks.shortest-idle", "1m", "tasks.longest-idle", "1m")
                .start();
        worker.schedule(1, MINUTE);
        await().until(() -> tasks() == 0);
        var latencies = new ArrayList<Long>();
        for (int i = 0; i < 31; i++) {
            var calls = party.calls.size();
            var began = System.nanoTime();
            worker.schedule(1, MINUTE);
            await().pollInterval(Duration.ofMillis(1)).until(() -> party.calls.size() > calls);
            latencies.add((System.nanoTime() - began) / 1000);
            await().pollInterval(Duration.ofMillis(1)).until(() -> tasks() == 0);
        }

        latencies.sort(null);
        System.out.printf("transaction and call: p50 %d us, worst %d us%n", latencies.get(15), latencies.getLast());
        assertThat(latencies.get(15)).as("median, microseconds").isLessThan(5_000_000);
    }

    @Test
    void waitsAtShutdownForTheCallsThatItHasBegun() throws Exception {
        var worker = worker(Party.slow(open)).start();
        worker.schedule(1, MINUTE);
        await().until(() -> open.size() == 1);

        var stopped = CompletableFuture.runAsync(worker::stop, Thread::startVirtualThread);
        assertThat(stopped).isNotDone();
        open.getFirst().complete("yes");
        stopped.get(4, TimeUnit.SECONDS);

        assertThat(tasks()).isZero();
    }

    /** It is not waited for longer than that, and its lease would keep the task from everybody for an hour. */
    @Test
    void givesATaskBackAtShutdownWhoseCallTakesTooLong() {
        var stopping = worker(Party.slow(open), "tasks.lease", "1h", "tasks.drain", "100ms")
                .start();
        stopping.schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        var other = Party.willing();
        worker(other).start();

        stopping.stop();

        await().until(() -> tasks() == 0);
        assertThat(other.calls)
                .singleElement()
                .satisfies(task -> assertThat(task.attempt()).isEqualTo(2));
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{2}");
    }

    @Test
    void recordsAnAnswerThatComesBetweenTheHandBackAndTheNextClaim() {
        var stopping = worker(Party.slow(open), "tasks.lease", "1h", "tasks.drain", "100ms")
                .start();
        stopping.schedule(1, MINUTE);
        await().until(() -> open.size() == 1);
        stopping.stop();

        open.getFirst().complete("just in time");

        await().until(() -> tasks() == 0);
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{1}");
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

    private WorkerProcess worker(Party party, String... settings) {
        var process = new WorkerProcess(database, party, settings);
        processes.add(process);
        return process;
    }

    private long tasks() {
        return database.number("SELECT count(*) FROM task");
    }
}
