package dev.orderflow.messaging.task;

import dev.orderflow.messaging.relay.LeaseTaken;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A process with a task worker. */
final class WorkerProcess implements AutoCloseable {

    final Wiring wiring;
    private final TaskWorker worker;

    WorkerProcess(Database database, TaskHandler<?, ?> handler, String... settings) {
        this(database, List.of(handler), settings);
    }

    WorkerProcess(Database database, List<TaskHandler<?, ?>> handlers, String... settings) {
        this.wiring = Wiring.on(database, new TestTypes("ticks", "echoes"), settings);
        var run = new TaskRun(wiring.tasks, wiring.units, wiring.codec, wiring.pool, wiring.vertx, wiring.config);
        this.worker =
                new TaskWorker(handlers, wiring.tasks, run, wiring.places, wiring.pool, wiring.vertx, wiring.config);
        wiring.nudges.observe(worker::committed);
    }

    WorkerProcess start() {
        worker.start(new StartupEvent());
        return this;
    }

    /** Becomes the one that publishes. */
    void takes() {
        worker.taken(new LeaseTaken(1));
    }

    void stop() {
        worker.stop(new ShutdownEvent());
    }

    /** Commits so many tasks that are due now. */
    void schedule(int count, Duration deadline) {
        var now = Instant.now();
        schedule(IntStream.range(0, count)
                .mapToObj(i -> NewTask.of("call", UUID.randomUUID(), new Call("n" + i), now, now.plus(deadline)))
                .toList());
    }

    void schedule(NewTask task) {
        schedule(List.of(task));
    }

    private void schedule(List<NewTask> tasks) {
        wiring.run(() -> wiring.units.run(work -> {
            work.schedule(tasks);
            return Uni.createFrom().voidItem();
        }));
    }

    /** Dies without a word. */
    @Override
    public void close() {
        wiring.close();
    }
}
