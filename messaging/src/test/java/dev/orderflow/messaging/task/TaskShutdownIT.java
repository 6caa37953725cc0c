package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a worker still calls when it is stopped is waited for, then left to others. */
class TaskShutdownIT extends WorkerFixture {

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
}
