package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Tallies;
import dev.orderflow.messaging.testing.TallyHandler;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.testing.Wiring;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A consumer of ticks on a database and a topic of the class; its tables are empty at the start of each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsumerFixture {

    final Topic topic = Topic.create("ticks", 1);
    final Database database = Database.create();
    final Wiring process = process();
    final BatchConsumer<Tallies> consumer = consumer(new TallyHandler());

    /** Behind whatever a loop of the test before is still doing. */
    @BeforeEach
    void empty() {
        var deletes = Stream.of(
                        "tally", "inbox", "journal", "personal", "dead_letter", "parked_aggregate", "audit", "task")
                .map(table -> "DELETE FROM " + table)
                .collect(Collectors.joining("; "));
        database.execute("BEGIN; LOCK TABLE parked_aggregate IN ACCESS EXCLUSIVE MODE; " + deletes + "; COMMIT");
    }

    @AfterAll
    void close() {
        process.close();
    }

    final Wiring process(String... session) {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < session.length; i += 2) {
            settings.put(session[i], session[i + 1]);
        }
        return Wiring.with(
                settings,
                database,
                new TestTypes(topic.name(), "echoes"),
                "consumer.first-backoff",
                "20ms",
                "consumer.longest-backoff",
                "100ms");
    }

    BatchConsumer<Tallies> consumer(EventHandler<Tallies> handler) {
        return consumer(process, handler);
    }

    BatchConsumer<Tallies> consumer(Wiring in, EventHandler<Tallies> handler) {
        return Consumers.of(in).of(topic.name(), handler);
    }

    ConsumerRecords<String, byte[]> deliver(Envelope... envelopes) {
        return Envelope.deliver(topic, List.of(envelopes));
    }

    /** Handles one batch to its end. */
    void consume(ConsumerRecords<String, byte[]> batch) {
        EventLoop.await(begin(consumer, batch));
    }

    CompletableFuture<Void> begin(BatchConsumer<Tallies> by, ConsumerRecords<String, byte[]> batch) {
        return EventLoop.start(process.vertx, () -> by.consume(batch));
    }

    static Envelope[] ticks(String counter, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(n -> Envelope.tick(counter, n))
                .toArray(Envelope[]::new);
    }

    long deadLetters() {
        return database.number("SELECT count(*) FROM dead_letter");
    }

    double retries(Wiring in) {
        return in.registry
                .counter("orderflow.consumer.retries", "channel", topic.name())
                .count();
    }

    static String upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
