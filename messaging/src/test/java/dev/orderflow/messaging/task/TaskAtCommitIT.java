package dev.orderflow.messaging.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.transaction.Committed;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A task begins at the commit that writes it, in the process that does, if that has a place for its call. */
class TaskAtCommitIT {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A worker that looks for tasks once an hour. */
    private static final String[] RARE_LOOKS = {
        "tasks.shortest-idle", "1h", "tasks.longest-idle", "1h", "tasks.lease", "1h", "tasks.concurrency", "2"
    };

    private final Database database = Database.create();
    private final List<UniEmitter<? super String>> open = new CopyOnWriteArrayList<>();
    private final Party party = Party.slow(open);
    private final WorkerProcess process = new WorkerProcess(database, party, RARE_LOOKS).start();

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void isStoredAsClaimedAndNobodyIsAskedToClaimIt() {
        var commits = new CopyOnWriteArrayList<Committed>();
        process.wiring.nudges.observe(commits::add);

        process.schedule(1, MINUTE);
        await().until(() -> open.size() == 1);

        assertThat(commits).isEmpty();
        assertThat(database.value(
                        "SELECT attempt || ' ' || leased || ' ' || (due_at > now() + interval '50 min') FROM task"))
                .isEqualTo("1 true true");
        assertThat(party.calls).singleElement().satisfies(task -> {
            assertThat(task.id()).hasToString(database.value("SELECT id FROM task"));
            assertThat(task.payload()).contains("n0");
        });
        open.getFirst().complete("yes");
        await().until(() -> database.number("SELECT count(*) FROM task") == 0);
        assertThat(database.column("SELECT seen::text FROM tally")).containsExactly("{1}");
    }

    /** Three times as often as there are places: those are free again. */
    @Test
    void isNotCalledWhenItsTransactionFails() {
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(this::scheduleInVain).isNotNull();
        }

        process.schedule(2, MINUTE);

        await().until(() -> open.size() == 2);
        assertThat(party.calls).extracting(Task::payload).noneMatch(payload -> payload.contains("in vain"));
    }

    /** The journal refuses the event. */
    private void scheduleInVain() {
        var now = Instant.now();
        var task = new NewTask("call", "k", new Call("in vain"), now, now.plus(MINUTE));
        process.wiring.run(() -> process.wiring.units.run(work -> {
            work.append(List.of(Ticked.event("nul \u0000", 1))).schedule(List.of(task));
            return Uni.createFrom().voidItem();
        }));
    }

    /** Its transaction was still to commit when the stop began. */
    @Test
    void isHandedBackWhenItsProcessStops() {
        var wiring = process.wiring;
        var now = Instant.now();
        var task = new NewTask("call", "k", new Call("x"), now, now.plus(MINUTE));
        var booking = wiring.places.book(List.of(ScheduledTask.of(task, Cause.trace(null))));
        process.stop();
        database.execute("""
                INSERT INTO task (id, kind, key, payload, headers, due_at, deadline)
                VALUES (gen_random_uuid(), 'call', 'k', '{"what":"n"}', '{}', now(), now() + interval '1 hour')""");
        var claimed = wiring.run(() -> wiring.tasks.claim(wiring.pool, Set.of("call"), Duration.ofHours(1), 1));

        wiring.run(() -> Uni.createFrom().voidItem().invoke(() -> booking.begin(claimed)));

        var other = Party.willing();
        try (var successor = new WorkerProcess(database, other).start()) {
            await().until(() -> database.number("SELECT count(*) FROM task") == 0);
        }
        assertThat(other.calls)
                .singleElement()
                .satisfies(call -> assertThat(call.attempt()).isEqualTo(2));
        assertThat(party.calls).isEmpty();
    }
}
