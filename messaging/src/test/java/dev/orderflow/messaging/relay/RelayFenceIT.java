package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two relays at once: one publishes, and one that has slept through its lease changes nothing. */
class RelayFenceIT {

    private final Topic topic = Topic.create("ticks", 1);
    private final Database database = Database.create();
    private final RelayProcess drowsy =
            RelayProcess.on(database, new TestTypes(topic.name(), "echoes"), "relay.lease", "50ms");
    private final RelayProcess awake =
            RelayProcess.on(database, new TestTypes(topic.name(), "echoes"), "relay.lease", "1h");

    @AfterEach
    void close() {
        drowsy.close();
        awake.close();
    }

    @Test
    void letsOnlyTheHolderPublish() {
        awake.catchUp();
        drowsy.wiring.tick("a", 1, 3);

        assertThat(drowsy.turn()).isFalse();
        assertThat(drowsy.turn()).isFalse();
        assertThat(cursor()).isZero();

        awake.catchUp();
        assertThat(new Published(topic.read(3), awake.wiring.codec).records()).hasSize(3);
        assertThat(cursor()).isEqualTo(3);
    }

    @Test
    void refusesTheCursorOfAHolderThatWasFrozenPastItsLease() {
        drowsy.catchUp();
        awake.wiring.tick("a", 1, 3);
        await().until(() -> !awake.turn() && cursor() == 3);
        awake.wiring.tick("a", 4, 5);

        assertThatThrownBy(drowsy::turn).isInstanceOf(LeaseLostException.class);

        assertThat(cursor()).isEqualTo(3);
        assertThat(topic.count()).as("a zombie asks before it publishes").isEqualTo(3);
        assertThat(database.number("SELECT epoch FROM relay_cursor")).isEqualTo(2);
        assertThat(drowsy.turn()).as("the lease is another's").isFalse();
        awake.catchUp();
        assertThat(cursor()).isEqualTo(5);
        assertThat(Published.events(5, topic, awake.wiring).ticks())
                .isEqualTo(Map.of("a", List.of(1L, 2L, 3L, 4L, 5L)));
    }

    /** The takeover happens while the old holder's update waits for the row: it must see the new epoch when it wakes. */
    @Test
    void refusesAnUpdateThatWasUnderWayDuringTheTakeover() {
        loseTheLeaseBehindTheSends();

        assertThat(cursor()).isZero();
    }

    /** The successor may have published newer events of these keys before the zombie's arrived. */
    @Test
    void tellsTheApplicationWhoseEventsWereOnTheirWayWhenItsLeaseWasLost() {
        var lost = new CopyOnWriteArrayList<LeaseChange>();
        awake.leases.observe(change -> {
            if (change instanceof LeaseLost) {
                lost.add(change);
            }
        });

        loseTheLeaseBehindTheSends();

        assertThat(lost).containsExactly(new LeaseLost(1, Map.of(topic.name(), Set.of("a", "b"))));
    }

    private void loseTheLeaseBehindTheSends() {
        awake.catchUp();
        awake.wiring.tick("a", 1, 2);
        awake.wiring.tick("b", 1, 1);
        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Database.execute(other, "SELECT FROM relay_cursor FOR UPDATE");
            var turn = awake.beginTurn();
            topic.read(3);
            await().until(() -> database.number("""
                    SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%SET position%'""") == 1);

            Database.execute(other, "UPDATE relay_cursor SET epoch = epoch + 1, owner = gen_random_uuid()");
            other.commit();

            assertThatThrownBy(() -> EventLoop.await(turn)).isInstanceOf(LeaseLostException.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same owner, one life later: the epoch tells them apart, not the name. */
    @Test
    void fencesAnEarlierLifeOfTheSameOwner() {
        var cursor = new CursorRow(awake.wiring.pool);
        var owner = java.util.UUID.randomUUID();
        var short_ = java.time.Duration.ofMillis(1);
        var first = awake.wiring.run(() -> cursor.acquire(owner, short_)).orElseThrow();
        var second = await().until(
                        () -> awake.wiring.run(() -> cursor.acquire(owner, short_)), java.util.Optional::isPresent);

        assertThatThrownBy(() -> awake.wiring.run(() -> cursor.advance(first, 7, short_)))
                .isInstanceOf(LeaseLostException.class);
        awake.wiring.run(() -> cursor.advance(second.orElseThrow(), 7, short_));
        assertThat(cursor()).isEqualTo(7);
    }

    @Test
    void neverMovesTheCursorBack() {
        var cursor = new CursorRow(awake.wiring.pool);
        var hour = java.time.Duration.ofHours(1);
        var lease = awake.wiring
                .run(() -> cursor.acquire(java.util.UUID.randomUUID(), hour))
                .orElseThrow();
        awake.wiring.run(() -> cursor.advance(lease, 7, hour));

        assertThatThrownBy(() -> awake.wiring.run(() -> cursor.advance(lease, 6, hour)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(cursor()).isEqualTo(7);
    }

    @Test
    void takesOverAtOnceWhatWasHandedBack() {
        awake.catchUp();
        awake.wiring.run(awake.relay::handBack);

        drowsy.turn();

        assertThat(database.number("SELECT epoch FROM relay_cursor")).isEqualTo(2);
    }

    /** A statement that was under way when its holder gave up arrives behind the hand-back. */
    @Test
    void prolongsNothingThatWasHandedBack() {
        var cursor = new CursorRow(awake.wiring.pool);
        var hour = java.time.Duration.ofHours(1);
        var lease = awake.wiring
                .run(() -> cursor.acquire(java.util.UUID.randomUUID(), hour))
                .orElseThrow();
        awake.wiring.run(() -> cursor.release(lease, lease.position()));

        assertThatThrownBy(() -> awake.wiring.run(() -> cursor.prolong(lease, hour)))
                .isInstanceOf(LeaseLostException.class);
        assertThat(awake.wiring.run(() -> cursor.acquire(java.util.UUID.randomUUID(), hour)))
                .isPresent();
    }

    @Test
    void tellsTheApplicationThatItPublishesNow() {
        var epochs = new CopyOnWriteArrayList<Long>();
        awake.leases.observe(change -> epochs.add(((LeaseTaken) change).epoch()));

        awake.catchUp();

        await().until(() -> epochs.equals(List.of(1L)));
    }

    @Test
    void keepsItsLeaseWhileThereIsNothingToPublish() {
        var busy = RelayProcess.on(database, new TestTypes(topic.name(), "echoes"), "relay.lease", "3s");
        try (busy) {
            busy.run();
            await().until(() -> database.number("SELECT epoch FROM relay_cursor") == 1);
            var first = database.value("SELECT lease_until FROM relay_cursor");
            await().until(() -> database.value(
                            "SELECT lease_until > timestamptz '" + first + "' + interval '3 s'" + " FROM relay_cursor")
                    .equals("t"));
            assertThat(awake.turn()).isFalse();
            assertThat(database.number("SELECT epoch FROM relay_cursor")).isEqualTo(1);
        }
    }

    private long cursor() {
        return database.number("SELECT position FROM relay_cursor");
    }
}
