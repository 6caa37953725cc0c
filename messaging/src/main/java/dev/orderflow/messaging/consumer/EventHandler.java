package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Set;

/**
 * A service's part in a batch: load, decide, store. The batch consumer does the rest (inbox, journal, tasks, retries,
 * dead letters).
 *
 * @param <W> the working set: the aggregates of one batch
 */
public interface EventHandler<W> {

    /** The types that are handed to {@link #decide}. */
    Set<Class<?>> handles();

    /**
     * The types of the same topic that don't concern this service. Together with {@link #handles} it must name every
     * type of the topic that this release knows: whatever is in neither has never been thought about.
     */
    Set<Class<?>> leaves();

    /**
     * Loads and locks all aggregates of the batch, in the order of their ids, one statement per table. A missing
     * aggregate that may be created is inserted empty first, so that there is always a row to lock.
     */
    Uni<W> load(SqlConnection sql, List<Delivery> events);

    /**
     * Called for each event, in partition order, and sees the effects of those before it. Pure but for the working set;
     * an exception makes the event a dead letter.
     */
    Decision decide(W working, Delivery event);

    /** Writes what has changed, one statement per table. */
    Uni<Void> store(SqlConnection sql, W working);

    /** Called after the commit, in this process: a hint, which a crash in between loses. */
    default void committed(W working) {}

    /**
     * False for state transfer: events that carry a version of their own are applied by it, so that a topic can be read
     * again from its start.
     */
    default boolean oncePerEvent() {
        return true;
    }
}
