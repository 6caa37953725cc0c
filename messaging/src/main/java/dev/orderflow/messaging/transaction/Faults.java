package dev.orderflow.messaging.transaction;

import com.fasterxml.jackson.core.JacksonException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.DatabaseException;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
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

    /**
     * Connection, authorization, rollback, resources, operator intervention and system error (PostgreSQL, appendix A,
     * "Error Codes"). None of them says anything about the work: 28 is a password that is being changed.
     */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "28", "40", "53", "57", "58");

    /**
     * invalid_catalog_name (the database is not there yet), lock_not_available, idle_in_transaction_session_timeout,
     * read_only_sql_transaction (the server was the primary a moment ago).
     */
    private static final Set<String> TRANSIENT_STATES = Set.of("3D000", "55P03", "25P03", "25006");

    /** transaction_timeout, query_canceled (statement_timeout). */
    private static final Set<String> TIMEOUT_STATES = Set.of("25P04", "57014");

    public static Faults of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                return ofSqlState(database.getSqlState());
            }
            if (isConnectionMissing(cause)) {
                return TRANSIENT;
            }
            if (isConnectionLost(cause)) {
                return TIMEOUT;
            }
        }
        return DETERMINISTIC;
    }

    /**
     * Whether the server can't be worked with at present, whatever the work is. A lock that was waited for in vain and a
     * lost deadlock are transient as well, but say something about the rows that were asked for.
     */
    public static boolean isServerAway(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException database) {
                var state = database.getSqlState();
                return ofSqlState(state) == TRANSIENT && !state.equals("55P03") && !state.startsWith("40");
            }
            if (isConnectionMissing(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it may have been committed, or still be: its connection ended, or nobody waited for its answer. */
    public static boolean isOutcomeUnknown(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StillRunningException) {
                return true;
            }
            if (cause instanceof DatabaseException || isConnectionMissing(cause)) {
                return false;
            }
            if (isConnectionLost(cause)) {
                return true;
            }
        }
        return false;
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

    /** No connection could be had. The client has no type of its own for a full pool: it throws a bare one. */
    private static boolean isConnectionMissing(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof TimeoutException
                || cause instanceof NoStackTraceThrowable;
    }

    /**
     * The connection ended during the work. The server ends it to enforce transaction_timeout and
     * idle_in_transaction_session_timeout, and the client hears no more of it than this: it may always have been a
     * timeout.
     */
    private static boolean isConnectionLost(Throwable cause) {
        return cause instanceof VertxException || isNetworkFailure(cause);
    }

    /** Jackson's exceptions are IOExceptions too, but bytes that can't be read stay unreadable. */
    private static boolean isNetworkFailure(Throwable cause) {
        return cause instanceof IOException
                && !(cause instanceof JacksonException)
                && !(cause instanceof CharacterCodingException)
                && !(cause instanceof CharConversionException);
    }
}
