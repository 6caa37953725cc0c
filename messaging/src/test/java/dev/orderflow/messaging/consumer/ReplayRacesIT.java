package dev.orderflow.messaging.consumer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.Letters;
import dev.orderflow.messaging.deadletter.Ruling;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.Test;

/** Replay against consumers and against itself; each interleaving is forced by a lock that the test holds. */
class ReplayRacesIT extends LineFixture {

    private static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null, null);

    /** The replay has the line when the follower comes; the follower waits, and finds the line open. */
    @Test
    void handlesAFollowerThatComesWhileTheLineEnds() throws Exception {
        buryTheFirst();
        CompletableFuture<Ruling> replay;
        CompletableFuture<Void> follower;
        try (var rival = holding("a")) {
            replay = CompletableFuture.supplyAsync(() -> letters.replay(letter(1)), Thread::startVirtualThread);
            awaitLockWaits(1);
            follower = begin(channel, deliver(Envelope.tick("a", 2)));
            awaitLockWaits(2);
            rival.commit();
        }

        EventLoop.await(follower);
        assertThat(replay.get(20, SECONDS)).isInstanceOf(Ruling.Done.class);
        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(deadLetters()).as("the follower was never parked").isOne();
        assertThat(marks()).isZero();
    }

    /** The follower is at the end of the line, uncommitted, when the replay comes; the replay waits, and sees it. */
    @Test
    void replaysAFollowerThatIsBeingParked() throws Exception {
        buryTheFirst();
        handle(Envelope.tick("b", 7));
        CompletableFuture<Ruling> replay;
        CompletableFuture<Void> follower;
        try (var rival = holding("b")) {
            follower = begin(channel, deliver(Envelope.tick("a", 2), Envelope.tick("b", 8)));
            awaitLockWaits(1);
            replay = CompletableFuture.supplyAsync(() -> letters.replay(letter(1)), Thread::startVirtualThread);
            awaitLockWaits(2);
            rival.commit();
        }

        EventLoop.await(follower);
        assertThat(replay.get(20, SECONDS))
                .isInstanceOfSatisfying(
                        Ruling.Done.class, done -> assertThat(done.behind()).isOne());
        awaitSeen("a", "1,2");
        awaitOpen();
    }

    /** As the first, but it is the drain that has the line. */
    @Test
    void handlesAFollowerThatComesWhileTheDrainEndsTheLine() throws Exception {
        buryTheFirst();
        CompletableFuture<Void> drained;
        CompletableFuture<Void> follower;
        try (var rival = holding("a")) {
            database.execute("UPDATE dead_letter SET state = 'WAITING'");
            database.execute("UPDATE parked_aggregate SET due_at = now()");
            drained = CompletableFuture.runAsync(letters::drain, Thread::startVirtualThread);
            awaitLockWaits(1);
            follower = begin(channel, deliver(Envelope.tick("a", 2)));
            awaitLockWaits(2);
            rival.commit();
        }

        EventLoop.await(follower);
        drained.get(20, SECONDS);
        assertThat(database.seen("a")).isEqualTo("1,2");
        assertThat(deadLetters()).as("the follower was never parked").isOne();
        assertThat(marks()).isZero();
    }

    @Test
    void hasOneEffectOfTwoReplaysAtOnce() throws Exception {
        buryTheFirst();
        var id = letter(1);
        try (var other = process()) {
            consumer(other, new Delicate());
            var second = new Letters(other);
            CompletableFuture<Ruling> one;
            CompletableFuture<Ruling> two;
            try (var rival = holding("a")) {
                one = CompletableFuture.supplyAsync(() -> letters.replay(id), Thread::startVirtualThread);
                two = CompletableFuture.supplyAsync(() -> second.replay(id), Thread::startVirtualThread);
                awaitLockWaits(2);
                rival.commit();
            }

            assertThat(List.of(one.get(20, SECONDS), two.get(20, SECONDS)))
                    .hasOnlyElementsOfTypes(Ruling.Done.class, Ruling.Settled.class)
                    .hasAtLeastOneElementOfType(Ruling.Settled.class);
        }
        assertThat(database.seen("a")).isEqualTo("1");
        assertThat(database.number("SELECT count(*) FROM audit")).isOne();
    }

    /** A replica whose partition was taken away buries the first record while the new owner handles it and the next. */
    @Test
    void parksBehindALetterThatAnotherConsumerIsJustBurying() throws Exception {
        poison(1L);
        handle(Envelope.tick("b", 7));
        var first = deliver(Envelope.tick("a", 1), Envelope.tick("b", 8));
        var both = deliver(Envelope.tick("a", 2));
        CompletableFuture<Void> zombie;
        CompletableFuture<Void> owner;
        try (var rival = holding("b")) {
            zombie = begin(channel, first);
            awaitLockWaits(1);
            owner = begin(channel, Envelope.batch(records(first, both)));
            awaitLockWaits(2);
            rival.commit();
        }
        EventLoop.await(zombie);
        EventLoop.await(owner);

        assertThat(database.seen("a")).isEmpty();
        assertThat(in("WAITING")).containsExactly("2");
    }

    /** Poison comes and goes, records come twice, operators replay and discard nothing, two replicas work lines off. */
    @Test
    void keepsOrderWhateverHappensAtOnce() throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var replica = process()) {
            var zombie = consumer(replica, new Delicate());
            var operators = List.of(letters, new Letters(replica));
            var running = new ArrayList<CompletableFuture<?>>();
            for (long from = 1; from <= 96; from += 4) {
                poison(from + random.nextInt(4));
                var batch = deliver(someTicks(from));
                running.add(begin(zombie, batch));
                EventLoop.await(begin(channel, batch));
                poison.removeIf(tick -> random.nextBoolean());
                running.add(CompletableFuture.runAsync(
                        () -> replayAny(operators.get(random.nextInt(2))), Thread::startVirtualThread));
            }
            running.forEach(EventLoop::await);
            poison.clear();
            await().atMost(60, SECONDS).untilAsserted(() -> {
                letters.release(ALL);
                operators.forEach(Letters::drain);
                assertThat(marks()).isZero();
            });
        }

        for (var counter : List.of("a", "b", "c")) {
            assertThat(database.seen(counter)).as("seed %d", seed).isEqualTo(upTo(96));
        }
    }

    private static Envelope[] someTicks(long from) {
        return LongStream.range(from, from + 4)
                .boxed()
                .flatMap(n -> List.of(Envelope.tick("a", n), Envelope.tick("b", n), Envelope.tick("c", n)).stream())
                .toArray(Envelope[]::new);
    }

    /** As somebody would who presses the button for whatever is first. */
    private void replayAny(Letters operator) {
        for (var id : database.column("SELECT id FROM dead_letter WHERE state = 'OPEN' ORDER BY position LIMIT 2")) {
            try {
                operator.replay(UUID.fromString(id));
            } catch (IllegalStateException stillPoison) {
                // It stays, which the end of the test asserts.
            }
        }
    }

    private void buryTheFirst() {
        poison(1L);
        handle(Envelope.tick("a", 1));
        // A row to lock, as of an aggregate that is there.
        database.execute("INSERT INTO tally (id) VALUES ('a') ON CONFLICT DO NOTHING");
        cure();
    }

    private static List<ConsumerRecord<String, byte[]>> records(
            ConsumerRecords<String, byte[]> one, ConsumerRecords<String, byte[]> other) {
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        one.forEach(all::add);
        other.forEach(all::add);
        return all;
    }

    private Connection holding(String counter) throws SQLException {
        var rival = database.connect();
        rival.setAutoCommit(false);
        Database.execute(rival, "SELECT FROM tally WHERE id = '" + counter + "' FOR UPDATE");
        return rival;
    }

    private void awaitLockWaits(int waiting) {
        await().atMost(20, SECONDS).until(() -> database.number("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'""") == waiting);
    }
}
