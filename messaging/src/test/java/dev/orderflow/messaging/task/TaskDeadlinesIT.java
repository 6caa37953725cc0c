package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A task is tried until its deadline, and expires once. */
class TaskDeadlinesIT extends WorkerFixture {

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

    /** However long the tries before took: a worker reads the deadline with each claim, and never writes it. */
    private void endTheTime() {
        database.execute("UPDATE task SET deadline = clock_timestamp()");
    }
}
