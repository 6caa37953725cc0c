package dev.orderflow.messaging.relay;

import static dev.orderflow.messaging.testing.Ticked.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interleavings that lose or swap events in lesser relays, each forced by transactions that the test holds open. */
class RelayIT {

    private final Topic topic = Topic.create("ticks", 2);
    private final Database database = Database.create();
    private final RelayProcess process = RelayProcess.on(database, new TestTypes(topic.name(), "echoes"));

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void publishesWhatACommittedTransactionAppended() {
        process.wiring.append(event("a", 1), event("b", 1), event("a", 2));

        process.catchUp();

        assertThat(ticks(3)).isEqualTo(Map.of("a", List.of(1L, 2L), "b", List.of(1L)));
        assertThat(cursor()).isEqualTo(3);
    }

    @Test
    void waitsForALongTransactionWithoutHoldingUpTheOthers() {
        var slow = process.wiring.begin().append(event("slow", 1));
        process.wiring.tick("quick", 1, 20);

        process.catchUp();
        assertThat(ticks(20)).isEqualTo(Map.of("quick", upTo(20)));
        assertThat(cursor()).as("below what the open transaction has drawn").isZero();

        process.wiring.tick("quick", 21, 30);
        process.catchUp();
        process.catchUp();
        assertThat(ticks(30)).isEqualTo(Map.of("quick", upTo(30)));
        assertThat(cursor()).isZero();

        slow.commit();
        process.catchUp();
        assertThat(ticks(31)).isEqualTo(Map.of("quick", upTo(30), "slow", List.of(1L)));
        assertThat(cursor()).isEqualTo(31);
    }

    /**
     * The case against every bound that is taken from a snapshot: its xmax is the last completed xid + 1, and that is
     * not above the xid of the transaction that holds the gap.
     */
    @Test
    void keepsAGapOpenWhenTheLowerXidCommitsFirstAndTheHigherOneHoldsTheLowerPosition() {
        var lower = process.wiring.begin();
        var higher = process.wiring.begin();
        assertThat(lower.takeXid()).isLessThan(higher.takeXid());
        higher.append(event("higher", 1));
        lower.append(event("lower", 1));

        lower.commit();
        process.catchUp();
        process.catchUp();
        process.catchUp();
        assertThat(ticks(1)).isEqualTo(Map.of("lower", List.of(1L)));
        assertThat(cursor()).isZero();
        assertThat(process.relay.openGaps()).isEqualTo(1);

        higher.commit();
        process.catchUp();
        assertThat(ticks(2)).isEqualTo(Map.of("higher", List.of(1L), "lower", List.of(1L)));
        assertThat(cursor()).isEqualTo(2);
    }

    @Test
    void forgetsThePositionsOfAnAbortedTransaction() {
        var doomed = process.wiring.begin().append(event("doomed", 1), event("doomed", 2));
        process.wiring.tick("a", 1, 1);
        process.catchUp();
        assertThat(cursor()).isZero();

        doomed.rollback();
        catchUpUntilNoGapIsOpen();

        assertThat(cursor()).isEqualTo(3);
        assertThat(ticks(1)).isEqualTo(Map.of("a", List.of(1L)));
    }

    /** A transaction of another database of this Postgres may hold the oldest snapshot back for a moment. */
    private void catchUpUntilNoGapIsOpen() {
        await().until(() -> {
            process.catchUp();
            return process.relay.openGaps() == 0;
        });
    }

    @Test
    void buriesOneGapWhileAnotherIsStillOpen() {
        var slow = process.wiring.begin().append(event("slow", 1));
        process.wiring.tick("a", 1, 1);
        process.catchUp();
        process.wiring.begin().append(event("doomed", 1)).rollback();
        process.wiring.tick("a", 2, 2);
        process.catchUp();
        process.catchUp();
        assertThat(cursor()).isZero();

        slow.commit();
        catchUpUntilNoGapIsOpen();

        assertThat(cursor()).isEqualTo(4);
        assertThat(ticks(3)).containsEntry("slow", List.of(1L)).containsEntry("a", List.of(1L, 2L));
    }

    /** Windows by transaction id fail here: the third transaction holds the window open between two events of one key. */
    @Test
    void keepsTheOrderOfAnAggregateAcrossAnOpenThirdTransaction() {
        var third = process.wiring.begin().append(event("third", 1));
        process.wiring.tick("a", 1, 1);
        process.catchUp();
        var second = process.wiring.begin().append(event("b", 1));
        process.wiring.tick("a", 2, 2);
        process.catchUp();
        third.commit();
        process.wiring.tick("a", 3, 3);
        second.commit();
        process.catchUp();

        assertThat(ticks(5)).isEqualTo(Map.of("a", upTo(3), "b", List.of(1L), "third", List.of(1L)));
        assertThat(cursor()).isEqualTo(5);
    }

    /** A poll that is full of gap rows has not looked at the other gaps. */
    @Test
    void buriesNoGapThatTheLimitHasHidden() {
        try (var small = RelayProcess.on(database, new TestTypes(topic.name(), "echoes"), "relay.batch", "2")) {
            var first = small.wiring.begin().append(event("x", 1), event("x", 2));
            var second = small.wiring.begin().append(event("y", 1), event("y", 2));
            small.wiring.tick("z", 1, 1);
            small.catchUp();
            first.commit();
            second.commit();

            small.catchUp();

            assertThat(ticks(5)).isEqualTo(Map.of("x", upTo(2), "y", upTo(2), "z", List.of(1L)));
            assertThat(cursor()).isEqualTo(5);
        }
    }

    @Test
    void movesTheCursorOnceForTheTurnsOfABusyMoment() {
        try (var busy = busy()) {
            busy.wiring.tick("a", 1, 1);
            busy.turn();
            assertThat(cursor()).as("at once after a quiet moment").isEqualTo(1);

            busy.wiring.tick("a", 2, 3);
            busy.turn();
            assertThat(ticks(3)).isEqualTo(Map.of("a", upTo(3)));
            assertThat(cursor()).isEqualTo(1);

            busy.turn();
            assertThat(cursor()).as("when it is quiet again").isEqualTo(3);
        }
    }

    @Test
    void movesTheCursorWhenItHandsTheLeaseBack() {
        try (var busy = busy()) {
            busy.wiring.tick("a", 1, 1);
            busy.turn();
            busy.wiring.tick("a", 2, 3);
            busy.turn();

            busy.wiring.run(busy.relay::stop);

            assertThat(cursor()).isEqualTo(3);
            process.catchUp();
            assertThat(ticks(3)).isEqualTo(Map.of("a", upTo(3)));
        }
    }

    private RelayProcess busy() {
        return RelayProcess.on(
                database, new TestTypes(topic.name(), "echoes"), "relay.settle", "1h", "relay.lease", "1h");
    }

    @Test
    void leavesInternalEventsInTheJournal() {
        process.wiring.append(
                new dev.orderflow.messaging.journal.NewEvent("k", 1, new dev.orderflow.messaging.testing.Kept("k")));
        process.wiring.tick("k", 2, 2);

        process.catchUp();

        assertThat(ticks(1)).isEqualTo(Map.of("k", List.of(2L)));
        assertThat(cursor()).isEqualTo(2);
    }

    private Map<String, List<Long>> ticks(int events) {
        return Published.events(events, topic, process.wiring).ticks();
    }

    private long cursor() {
        return database.number("SELECT position FROM relay_cursor");
    }

    private static List<Long> upTo(long last) {
        return java.util.stream.LongStream.rangeClosed(1, last).boxed().toList();
    }
}
