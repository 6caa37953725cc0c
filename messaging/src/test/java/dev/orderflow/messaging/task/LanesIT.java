package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only looks and what somebody waits for: neither takes the other's place, and each has its bound. */
class LanesIT {

    private static final int CALLS = 3;
    private static final int LOOKS = 2;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database database = Database.create();
    private final List<UniEmitter<? super String>> hanging = new CopyOnWriteArrayList<>();
    private WorkerProcess process;

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void callsWhileAllLooksHang() {
        var looks = new Looks(this::hangs);
        var calls = Party.willing();
        start(looks, calls);
        schedule("look", 10);
        await().until(() -> hanging.size() == LOOKS);

        schedule("call", 10);

        await().until(() -> calls.calls.size() == 10);
        assertThat(looks.calls).hasSize(LOOKS);
    }

    @Test
    void looksWhileAllCallsHang() {
        var looks = new Looks(task -> Uni.createFrom().item("nothing new"));
        var calls = Party.slow(hanging);
        start(looks, calls);
        schedule("call", 10);
        await().until(() -> hanging.size() == CALLS);

        schedule("look", 10);

        await().until(() -> looks.calls.size() == 10);
        assertThat(calls.calls).hasSize(CALLS);
    }

    @Test
    void looksSoonWhenItBecomesTheOneThatPublishes() {
        var looks = new Looks(task -> Uni.createFrom().item("it has come"));
        var calls = Party.willing();
        start(looks, calls);
        schedule("look", 3, HOUR);
        schedule("call", 3, HOUR);

        process.takes();

        await().until(() -> looks.calls.size() == 3);
        assertThat(calls.calls).isEmpty();
    }

    /** A look that is under way has the lease of its worker, and would be made twice; what is due has no need of it. */
    @Test
    void hastensNothingThatIsUnderWayOrDue() {
        var looks = new Looks(this::hangs);
        start(looks, Party.willing());
        schedule("look", 5);
        await().until(() -> hanging.size() == LOOKS);
        var due = dueNow();
        assertThat(due).hasSize(5 - LOOKS);
        schedule("look", 1, HOUR);

        process.takes();

        await().until(() -> dueWithin("5 seconds", "NOT leased") == 5 - LOOKS + 1);
        assertThat(dueWithin("3 seconds", "leased")).isZero();
        assertThat(dueNow()).containsAll(due);
    }

    private List<String> dueNow() {
        return database.column("SELECT due_at::text FROM task WHERE NOT leased AND due_at <= now()");
    }

    private long dueWithin(String interval, String which) {
        return database.number(
                "SELECT count(*) FROM task WHERE %s AND due_at < now() + interval '%s'".formatted(which, interval));
    }

    private void start(Party looks, Party calls) {
        process = new WorkerProcess(
                        database, List.of(looks, calls), "tasks.concurrency", "" + CALLS, "tasks.looks", "" + LOOKS)
                .start();
    }

    private Uni<String> hangs(Task task) {
        return Uni.createFrom().emitter(hanging::add);
    }

    private void schedule(String kind, int count) {
        schedule(kind, count, Duration.ZERO);
    }

    private void schedule(String kind, int count, Duration in) {
        var due = Instant.now().plus(in);
        for (int i = 0; i < count; i++) {
            process.schedule(NewTask.of(kind, UUID.randomUUID(), new Call("n" + i), due, due.plusSeconds(60)));
        }
    }

    private static final class Looks extends Party {

        Looks(Function<Task, Uni<String>> answer) {
            super(answer);
        }

        @Override
        public String kind() {
            return "look";
        }

        @Override
        public Lane lane() {
            return Lane.LOOKS;
        }
    }
}
