package dev.orderflow.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TestTypes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A holder that can't renew its lease has nothing under way any more when another may begin. */
class LeaseEndIT {

    private static final Duration LEASE = Duration.ofSeconds(12);

    private final Database database = Database.create();
    private final SilentBroker broker = new SilentBroker();
    private final RelayProcess relay = RelayProcess.with(
            Map.of("bootstrap.servers", broker.address(), "request.timeout.ms", 14_000),
            database,
            new TestTypes("ticks", "echoes"),
            "relay.lease",
            LEASE.toSeconds() + "s");

    @AfterEach
    void close() throws IOException {
        relay.close();
        broker.server.close();
    }

    /**
     * The database answers no renewal, and no failure either; the broker nothing at all, so that a send holds its thread: it
     * must not hold up the end. Kafka's own thread may take longer to close what nothing can be sent over.
     */
    @Test
    void abandonsItsProducerBeforeItsLeaseEnds() throws SQLException {
        relay.wiring.tick("a", 1, 1);
        long asked = System.nanoTime();
        var turn = relay.beginTurn();
        await().until(() -> broker.open.get() > 0);

        try (var other = database.connect()) {
            other.setAutoCommit(false);
            Database.execute(other, "SELECT FROM relay_cursor FOR UPDATE");
            await().pollInterval(Duration.ofMillis(20)).until(() -> relay.publisher.timesAbandoned() == 1);

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(LEASE);
            other.rollback();
        }
        assertThatThrownBy(() -> EventLoop.await(turn)).isInstanceOf(LeaseLostException.class);
    }

    /** It listens, and says nothing. */
    private static final class SilentBroker {

        final ServerSocket server;
        final AtomicInteger open = new AtomicInteger();

        SilentBroker() {
            try {
                server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            Thread.startVirtualThread(this::listen);
        }

        String address() {
            return "127.0.0.1:" + server.getLocalPort();
        }

        private void listen() {
            try {
                while (true) {
                    var client = server.accept();
                    open.incrementAndGet();
                    Thread.startVirtualThread(() -> hear(client));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void hear(Socket client) {
            try (client) {
                client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            } catch (IOException gone) {
                // As good as closed.
            } finally {
                open.decrementAndGet();
            }
        }
    }
}
