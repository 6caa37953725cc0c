package dev.orderflow.messaging.task;

import dev.orderflow.messaging.testing.Database;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Workers on a database of the class; no task is left at the start of a test, and no worker lives at its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WorkerFixture {

    static final Duration MINUTE = Duration.ofMinutes(1);

    final Database database = Database.create();
    final List<WorkerProcess> processes = new ArrayList<>();
    final List<UniEmitter<? super String>> open = new CopyOnWriteArrayList<>();

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

    WorkerProcess worker(Party party, String... settings) {
        var process = new WorkerProcess(database, party, settings);
        processes.add(process);
        return process;
    }

    long tasks() {
        return database.number("SELECT count(*) FROM task");
    }
}
