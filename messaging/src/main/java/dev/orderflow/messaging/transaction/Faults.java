package dev.orderflow.messaging.transaction;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Whether trying again can help. */
public enum Faults {
    /** The database was away, a deadlock chose us, the server shuts down: the same work succeeds later. */
    TRANSIENT,
    /** The work took longer than its limit: less of it at once may succeed. */
    TIMEOUT,
    /** The same work fails again in the same way. */
    DETERMINISTIC;

    /** Connection, rollback, resources and operator intervention (PostgreSQL, appendix A, "Error Codes"). */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57");

    /** lock_not_available, idle_in_transaction_session_timeout. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "25P03");

    /** transaction_timeout, query_canceled (statement_timeout). */
    private static final Set<String> TIMEOUT_STATES = Set.of("25P04", "57014");

    public static Faults of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return ofSqlState(database.getSqlState());
            }
            if (isConnectionLost(cause)) {
                return TRANSIENT;
            }
        }
        return DETERMINISTIC;
    }

    private static Faults ofSqlState(String state) {
        if (state == null) {
            return DETERMINISTIC;
        }
        if (TIMEOUT_STATES.contains(state)) {
            return TIMEOUT;
        }
        return TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.contains(state.substring(0, 2))
                ? TRANSIENT
                : DETERMINISTIC;
    }

    /** The client has no type of its own for a closed connection or a full pool: it throws these bare ones. */
    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof VertxException
                || cause instanceof NoStackTraceThrowable;
    }
}
