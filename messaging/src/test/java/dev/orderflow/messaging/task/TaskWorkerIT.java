package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each task is called at least once and recorded exactly once, as soon as it is due and there is a place for it. */
class TaskWorkerIT extends WorkerFixture {

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
}
