package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Noted;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Sends fail: the order within a key is kept, nothing is lost, and all arrives once the broker is back. */
class KafkaOutageIT {

    private static final List<String> COUNTERS = List.of("a", "b", "c", "d", "e");

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Database database = Database.create();

    /** The holder waits for its acks and keeps its lease for a while; then a second one sends the same; both flush. */
    @Test
    void publishesEverythingInOrderAfterTheBrokerWasKilled() {
        var topic = Topic.create("ticks", 3);
        var types = new TestTypes(topic.name(), "echoes");
        try (var first = RelayProcess.on(database, types, "relay.lease", "3s", "relay.patience", "6s")) {
            first.run();
            tickAll(first, 1, 20);
            Published.events(60, topic, first.wiring);

            parts.kill(Name.KAFKA);
            tickAll(first, 21, 21);
            var waitingSince = database.value("SELECT lease_until FROM relay_cursor");
            tickAll(first, 22, 40);
            awaitProlonged(waitingSince, Duration.ofSeconds(2));
            try (var second = RelayProcess.on(database, types, "relay.lease", "1h")) {
                second.run();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> database.number("SELECT epoch FROM relay_cursor") > 1);
                tickAll(first, 41, 50);
                parts.start(Name.KAFKA);

                assertThat(Published.events(250, topic, second.wiring).ticks()).isEqualTo(all(50));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> database.number("SELECT position FROM relay_cursor") == 250);
            }
        } finally {
            parts.start(Name.KAFKA);
        }
    }

    /**
     * A send fails on the spot while the topic's metadata are missing. Were the next one tried all the same, it would
     * succeed once they have come, and overtake.
     */
    @Test
    void sendsNothingBehindASendThatFailed() {
        var topic = Topic.named("ticks", 1);
        var impatient = Map.<String, Object>of("max.block.ms", 1_500);
        try (var process = RelayProcess.with(impatient, database, new TestTypes(topic.name(), "echoes"))) {
            process.wiring.append(LongStream.rangeClosed(1, 400)
                    .mapToObj(n -> Ticked.event("a", n))
                    .toArray(NewEvent[]::new));
            var told = new CopyOnWriteArrayList<LeaseChange>();
            process.leases.observe(told::add);
            assertThatThrownBy(process::turn).isInstanceOf(TimeoutException.class);
            assertThat(told).as("nobody else has published up to the hand-back").isEmpty();

            process.run();
            topic.create();

            assertThat(Published.events(400, topic, process.wiring).ticks())
                    .isEqualTo(
                            Map.of("a", LongStream.rangeClosed(1, 400).boxed().toList()));
        }
    }

    /** The same for a refusal by the broker, which comes when the later ones have long been handed to the producer. */
    @Test
    void sendsNothingBehindARecordThatTheBrokerRefused() {
        var topic = Topic.create("ticks", 1);
        topic.limitMessages(100_000);
        try (var process = RelayProcess.on(database, new TestTypes(topic.name(), "echoes"))) {
            process.wiring.append(
                    Ticked.event("a", 1),
                    new NewEvent("a", 2, new Noted("a", List.of("x".repeat(200_000)), null)),
                    Ticked.event("a", 3));
            process.wiring.tick("a", 4, 40);
            assertThatThrownBy(process::turn).isInstanceOf(RecordTooLargeException.class);
            assertThat(topic.count()).as("what stands before the refused one").isLessThanOrEqualTo(1);

            topic.limitMessages(1_000_000);
            await().ignoreException(RecordTooLargeException.class).until(() -> {
                process.catchUp();
                return true;
            });

            var versions = Published.events(40, topic, process.wiring).firstOccurrences();
            assertThat(versions.get(1).headers().lastHeader("ce_type").value())
                    .asString()
                    .isEqualTo("test.noted");
        }
    }

    private void awaitProlonged(String until, Duration time) {
        await().until(() -> database.value(
                        "SELECT lease_until > timestamptz '%s' + interval '%d ms' AND epoch = 1 FROM relay_cursor"
                                .formatted(until, time.toMillis()))
                .equals("t"));
    }

    private static void tickAll(RelayProcess process, long first, long last) {
        for (long n = first; n <= last; n++) {
            long tick = n;
            process.wiring.append(COUNTERS.stream()
                    .map(counter -> Ticked.event(counter, tick))
                    .toArray(NewEvent[]::new));
        }
    }

    private static Map<String, List<Long>> all(int last) {
        var ticks = new TreeMap<String, List<Long>>();
        COUNTERS.forEach(counter -> ticks.put(
                counter, IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList()));
        return ticks;
    }
}
