package dev.orderflow.messaging.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.control.SwitchBoard;
import dev.orderflow.messaging.control.Switches;
import dev.orderflow.messaging.deadletter.DeadLetters;
import dev.orderflow.messaging.deadletter.LetterErasure;
import dev.orderflow.messaging.deadletter.Lines;
import dev.orderflow.messaging.deadletter.Redeliveries;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventTypeSource;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.messaging.inbox.Inbox;
import dev.orderflow.messaging.journal.Journal;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.Places;
import dev.orderflow.messaging.task.Tasks;
import dev.orderflow.messaging.transaction.Committed;
import dev.orderflow.messaging.transaction.Pause;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The beans of one process, wired by hand: a test can have several processes on one database, and let one of them die in
 * the middle. Everything in it is the real thing.
 */
public final class Wiring implements AutoCloseable {

    public final Database database;
    public final MessagingConfig config;
    public final EventTypes types;
    public final EventCodec codec;
    public final Fired<Committed> nudges = new Fired<>();
    public final Journal journal;
    public final Tasks tasks;
    public final Places places = new Places();
    public final UnitsOfWork units;
    public final Inbox inbox = new Inbox();
    public final Lines lines = new Lines();
    public final Redeliveries redeliveries = new Redeliveries();
    public final DeadLetters deadLetters;
    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final SwitchBoard board = new SwitchBoard();
    public final Switches switches = new Switches(board);
    public final Vertx vertx = Vertx.vertx();
    public final Pause pause = new Pause(vertx);
    public final Pool pool;

    private Wiring(Database database, MessagingConfig config, EventTypeSource source, Map<String, String> session) {
        this.database = database;
        this.config = config;
        this.types = new EventTypes(List.of(source, new LetterTypes(config.service() + "-dead-letters")));
        this.codec = new EventCodec(types, new ObjectMapper().findAndRegisterModules());
        this.pool = pool(vertx, database, session);
        this.tasks = new Tasks(codec);
        this.journal = new Journal(codec);
        this.units = new UnitsOfWork(pool, journal, tasks, places, nudges);
        this.deadLetters = new DeadLetters(codec, new LetterErasure(codec));
    }

    /** One process of a service. */
    public static Wiring on(Database database, EventTypeSource source, String... settings) {
        return new Wiring(database, Settings.of(settings), source, Map.of());
    }

    /** One process whose database sessions have these settings, {@code lock_timeout} for example. */
    public static Wiring with(
            Map<String, String> session, Database database, EventTypeSource source, String... settings) {
        return new Wiring(database, Settings.of(settings), source, session);
    }

    private static Pool pool(Vertx vertx, Database database, Map<String, String> session) {
        var parts = EmbeddedParts.shared();
        var options = PgConnectOptions.fromUri(database.reactiveUrl())
                .setUser(parts.user())
                .setPassword(parts.password())
                .setCachePreparedStatements(true);
        session.forEach(options::addProperty);
        return Pool.newInstance(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(8))
                .connectingTo(options)
                .using(vertx)
                .build());
    }

    public Map<String, Object> broker() {
        return Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap());
    }

    public <T> T run(Supplier<Uni<T>> work) {
        return EventLoop.await(EventLoop.start(vertx, work));
    }

    /** Turns a switch as an operator does. */
    public boolean turn(String name, boolean on) {
        return run(() -> units.run(work -> switches.turn(work, name, on)));
    }

    /** Commits one transaction with these events. */
    public void append(NewEvent... events) {
        run(() -> units.run(work -> {
            work.append(List.of(events));
            return Uni.createFrom().voidItem();
        }));
    }

    /** Commits ticks of one counter, each in a transaction of its own. */
    public void tick(String counter, long first, long last) {
        for (long n = first; n <= last; n++) {
            append(Ticked.event(counter, n));
        }
    }

    /** A transaction that stays open for as long as the test likes. */
    public OpenWork begin() {
        return OpenWork.begin(this);
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
