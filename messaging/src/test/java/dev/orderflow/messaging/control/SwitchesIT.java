package dev.orderflow.messaging.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.EventLoop;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Wiring;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SwitchesIT {

    private final Database database = Database.create();
    private final Wiring process = replica();
    private final Wiring other = replica();

    @AfterAll
    void close() {
        process.close();
        other.close();
    }

    @Test
    void saysWhetherItChangedAnything() {
        var pump = unused();

        assertThat(process.turn(pump, true)).as("it was on").isFalse();
        assertThat(process.turn(pump, false)).isTrue();
        assertThat(process.turn(pump, false)).isFalse();
        assertThat(process.turn(pump, true)).isTrue();
        assertThat(process.turn(pump, true)).isFalse();
        assertThat(database.value("SELECT version FROM switch WHERE name = '" + pump + "'"))
                .isEqualTo("2");
    }

    @Test
    void changesNothingIfItsTransactionDoes() {
        var pump = unused();
        var watch = watch(process);

        assertThatThrownBy(() -> process.run(() -> process.units.run(work -> process.switches
                        .turn(work, pump, false)
                        .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("no effect"))))))
                .hasMessage("no effect");

        EventLoop.await(EventLoop.start(process.vertx, watch::look));
        assertThat(process.board.isOn(pump)).isTrue();
        watch.stop(new ShutdownEvent());
    }

    @Test
    void holdsAtOnceWhereItWasChangedAndSoonEverywhere() {
        var pump = unused();
        var here = watch(process);
        var there = watch(other);

        process.turn(pump, false);
        assertThat(process.board.isOn(pump)).isFalse();
        await().until(() -> !other.board.isOn(pump));
        var waiting = EventLoop.start(other.vertx, () -> other.board.whenOn(pump));

        process.turn(pump, true);
        assertThat(process.board.isOn(pump)).isTrue();
        EventLoop.await(waiting);

        here.stop(new ShutdownEvent());
        there.stop(new ShutdownEvent());
    }

    @Test
    void survivesARestart() {
        var pump = unused();
        process.turn(pump, false);

        try (var restarted = replica()) {
            var watch = watch(restarted);
            assertThat(restarted.board.isKnown()).isTrue();
            assertThat(restarted.board.isOn(pump)).isFalse();
            watch.stop(new ShutdownEvent());
        }
    }

    /** As the application starts it: it returns when the switches are known. */
    private static SwitchWatch watch(Wiring in) {
        var watch = new SwitchWatch(in.switches, in.board, in.pool, in.vertx, in.config);
        watch.start(new StartupEvent());
        return watch;
    }

    private Wiring replica() {
        return Wiring.on(database, new TestTypes("ticks", "echoes"), "switches.every", "50ms");
    }

    private static String unused() {
        return "pump-" + UUID.randomUUID();
    }
}
