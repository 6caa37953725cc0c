package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.OpenWork;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.testing.Wiring;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What {@link GapsModelTest} does in memory, against Postgres and Kafka: transactions that overlap, commit out of order
 * and abort, while two relays with short leases take over from each other and die. The seed is in the failure's text.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayRandomIT {

    private static final int STEPS = 400;
    private static final int COUNTERS = 5;
    private static final String BRIEF = "30ms";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Topic topic = Topic.create("ticks", 3);
    private final TestTypes types = new TestTypes(topic.name(), "echoes");
    private final Database database = Database.create();
    private final List<OpenWork> open = new ArrayList<>();
    private final List<RelayProcess> relays = new ArrayList<>();
    private final Connection observer = database.connect();
    private long cursor;

    @AfterAll
    void close() throws SQLException {
        relays.forEach(RelayProcess::close);
        observer.close();
    }

    @Test
    void losesNothingAndSwapsNothing() {
        database.execute("INSERT INTO tally (id) SELECT 'c' || n FROM generate_series(1, " + COUNTERS + ") n");
        try (var clients = Wiring.on(database, types)) {
            relays.add(relay(BRIEF));
            relays.add(relay(BRIEF));
            for (int step = 0; step < STEPS; step++) {
                step(clients);
            }
            open.forEach(OpenWork::commit);
            publishTheRest();

            var expected = committed();
            var published = Published.events(
                    expected.values().stream().mapToInt(List::size).sum(), topic, clients);
            assertThat(published.ticks()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private void step(Wiring clients) {
        int dice = random.nextInt(100);
        if (dice < 2) {
            replaceARelay();
        } else if (open.isEmpty() || dice < 25 && open.size() < 5) {
            open.add(clients.begin());
        } else if (dice < 70) {
            append(open.get(random.nextInt(open.size())));
        } else {
            end(open.remove(random.nextInt(open.size())));
        }
        assertCursorWentForward();
    }

    /** As a service does it: the aggregate's row is locked first. A row that another one holds is left alone. */
    private void append(OpenWork work) {
        var counter = "c" + (1 + random.nextInt(COUNTERS));
        work.nextTick(counter).ifPresent(n -> work.append(Ticked.event(counter, n)));
    }

    private void end(OpenWork work) {
        if (random.nextInt(4) == 0) {
            work.rollback();
        } else {
            work.commit();
        }
    }

    private void replaceARelay() {
        relays.removeFirst().close();
        relays.add(relay(BRIEF));
    }

    private RelayProcess relay(String lease) {
        return RelayProcess.on(database, types, "relay.lease", lease, "relay.batch", "7")
                .run();
    }

    /** By a relay whose lease is longer than a first send takes: two that are new each time could go on taking over. */
    private void publishTheRest() {
        relays.forEach(RelayProcess::close);
        relays.clear();
        relays.add(relay("5s"));
        awaitCursorAtTheEnd();
    }

    private void assertCursorWentForward() {
        long now = Long.parseLong(
                Database.column(observer, "SELECT position FROM relay_cursor").getFirst());
        assertThat(now).as("seed %d", seed).isGreaterThanOrEqualTo(cursor);
        cursor = now;
    }

    private void awaitCursorAtTheEnd() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> database.value("SELECT position >= (SELECT max(position) FROM journal) FROM relay_cursor")
                        .equals("t"));
    }

    private TreeMap<String, List<Long>> committed() {
        var ticks = new TreeMap<String, List<Long>>();
        for (var counter : database.column("SELECT id FROM tally WHERE seen <> '{}'")) {
            long last = database.number("SELECT cardinality(seen) FROM tally WHERE id = '" + counter + "'");
            ticks.put(counter, LongStream.rangeClosed(1, last).boxed().toList());
        }
        return ticks;
    }
}
