package dev.orderflow.messaging.deadletter;

import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;

/**
 * A channel's way for its dead letters: the way of its records, but past the inbox, which knows them already. That a
 * letter takes effect once is the caller's promise, by settling it in the same transaction.
 */
public interface Redelivery {

    /** Fails as the record itself would. */
    Uni<Void> redeliver(UnitOfWork work, DeadLetter letter);

    /** Whether an operator holds the channel back: then its letters wait like its records. */
    boolean isPaused();
}
