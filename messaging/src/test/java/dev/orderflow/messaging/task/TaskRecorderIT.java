package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
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
    void recordsTheAnswersOfABusyMomentTogether() {
        var party = Party.slow(open);
        worker = new WorkerProcess(database, party).start();
        worker.schedule(60, MINUTE);
        await().until(() -> open.size() == 60);

        open.forEach(answer -> answer.complete("yes"));
        await().until(() -> tasks() == 0);

        assertThat(party.batches).hasSizeLessThan(10);
        assertThat(database.column("SELECT seen::text FROM tally")).hasSize(60).containsOnly("{1}");
        assertThat(database.number("SELECT count(*) FROM journal")).isEqualTo(60);
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

    private long tasks() {
        return database.number("SELECT count(*) FROM task");
    }
}
