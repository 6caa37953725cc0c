package dev.orderflow.messaging.relay;

import dev.orderflow.messaging.event.EventTypeSource;
import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.Fired;
import dev.orderflow.messaging.testing.Wiring;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A process whose relay takes its turns when the test says so. */
final class RelayProcess implements AutoCloseable {

    final Wiring wiring;
    final Fired<LeaseChange> leases = new Fired<>();
    final KafkaPublisher publisher;
    final Relay relay;
    private PollLoop loop;

    private RelayProcess(Wiring wiring, Map<String, Object> kafka) {
        this.wiring = wiring;
        var broker = new HashMap<>(wiring.broker());
        broker.putAll(kafka);
        this.publisher = new KafkaPublisher(new Vertx(wiring.vertx), broker, wiring.config);
        this.relay = new Relay(
                new JournalTail(wiring.pool, wiring.codec),
                new CursorRow(wiring.pool),
                publisher,
                wiring.config,
                leases);
    }

    static RelayProcess on(Database database, EventTypeSource source, String... settings) {
        return new RelayProcess(Wiring.on(database, source, settings), Map.of());
    }

    static RelayProcess with(Map<String, Object> kafka, Database database, EventTypeSource source, String... settings) {
        return new RelayProcess(Wiring.on(database, source, settings), kafka);
    }

    /** One turn, to its end; rethrows its failure. */
    boolean turn() {
        return EventLoop.await(beginTurn());
    }

    CompletableFuture<Boolean> beginTurn() {
        return EventLoop.start(wiring.vertx, relay::turn);
    }

    /** Turns until one reports that there is no more, and then one that judges the gaps which those have found. */
    void catchUp() {
        boolean more = true;
        while (more) {
            more = turn();
        }
        turn();
    }

    /** As in an application. */
    RelayProcess run() {
        loop = new PollLoop(wiring.vertx, "relay", relay::turn, Duration.ofMillis(2), Duration.ofMillis(10));
        wiring.nudges.observe(commit -> loop.nudge());
        loop.nudge();
        return this;
    }

    /** Dies without a word: no hand-back, no flush. */
    @Override
    public void close() {
        publisher.closeWithoutFlushing();
        wiring.close();
    }
}
