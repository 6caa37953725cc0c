package dev.orderflow.messaging.transaction;

import static dev.orderflow.messaging.transaction.Faults.DETERMINISTIC;
import static dev.orderflow.messaging.transaction.Faults.TIMEOUT;
import static dev.orderflow.messaging.transaction.Faults.TRANSIENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import dev.orderflow.messaging.event.UndecodableEventException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.CharConversionException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "08006, TRANSIENT, connection_failure",
        "40001, TRANSIENT, serialization_failure",
        "40P01, TRANSIENT, deadlock_detected",
        "53300, TRANSIENT, too_many_connections",
        "53100, TRANSIENT, disk_full",
        "57P01, TRANSIENT, admin_shutdown",
        "57P02, TRANSIENT, crash_shutdown",
        "57P03, TRANSIENT, cannot_connect_now",
        "55P03, TRANSIENT, lock_not_available",
        "25P03, TRANSIENT, idle_in_transaction_session_timeout",
        "25006, TRANSIENT, read_only_sql_transaction: the primary has become a standby",
        "28P01, TRANSIENT, invalid_password: says nothing of the record",
        "28000, TRANSIENT, invalid_authorization_specification",
        "3D000, TRANSIENT, invalid_catalog_name: no such database",
        "58030, TRANSIENT, io_error of the server",
        "25P04, TIMEOUT, transaction_timeout",
        "57014, TIMEOUT, query_canceled by statement_timeout",
        "23505, DETERMINISTIC, unique_violation",
        "23514, DETERMINISTIC, check_violation",
        "22P05, DETERMINISTIC, untranslatable_character",
        "42P01, DETERMINISTIC, undefined_table",
        "25P02, DETERMINISTIC, in_failed_sql_transaction",
    })
    void knowsSqlStates(String state, Faults expected) {
        assertThat(Faults.of(new PgException("what", "ERROR", state, null))).isEqualTo(expected);
    }

    static Stream<Throwable> missingConnections() {
        return Stream.of(
                new ConnectException("Connection refused"),
                new UnknownHostException("db"),
                new TimeoutException("no connection from the pool in time"),
                new NoStackTraceThrowable("Connection pool reached max wait queue size of 0"));
    }

    @ParameterizedTest
    @MethodSource("missingConnections")
    void takesAMissingConnectionForTransient(Throwable failure) {
        assertThat(Faults.of(failure)).isEqualTo(TRANSIENT);
        assertThat(Faults.of(new CompletionException(failure))).isEqualTo(TRANSIENT);
    }

    static Stream<Throwable> lostConnections() {
        return Stream.of(
                new IOException("Connection reset by peer"),
                new SocketException("Connection reset"),
                new ClosedChannelException(),
                ClosedConnectionException.INSTANCE);
    }

    /** So does transaction_timeout end a connection, and the client isn't told why. */
    @ParameterizedTest
    @MethodSource("lostConnections")
    void takesAConnectionThatEndedDuringTheWorkForATimeout(Throwable failure) {
        assertThat(Faults.of(failure)).isEqualTo(TIMEOUT);
        assertThat(Faults.of(new CompletionException(failure))).isEqualTo(TIMEOUT);
    }

    @ParameterizedTest
    @MethodSource("lostConnections")
    void knowsNothingOfACommitWhoseConnectionEnded(Throwable failure) {
        assertThat(Faults.isOutcomeUnknown(new CompletionException(failure))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("missingConnections")
    void knowsThatNothingWasDoneWithoutAConnection(Throwable failure) {
        assertThat(Faults.isOutcomeUnknown(new CompletionException(failure))).isFalse();
    }

    @Test
    void knowsNothingOfWhatNobodyWaitedFor() {
        assertThat(Faults.isOutcomeUnknown(new StillRunningException("5 s"))).isTrue();
        assertThat(Faults.of(new StillRunningException("5 s"))).isEqualTo(TRANSIENT);
    }

    @Test
    void knowsThatWhatTheServerRefusesWasUndone() {
        assertThat(Faults.isOutcomeUnknown(new PgException("what", "ERROR", "23505", null)))
                .isFalse();
        assertThat(Faults.isOutcomeUnknown(new IllegalStateException("impossible")))
                .isFalse();
    }

    /** Jackson takes leading zeros for UTF-32 and says of such bytes what it says of a broken stream. */
    @Test
    void takesBytesThatAreNoTextForWhatTheyAre() {
        assertThat(Faults.of(
                        new UndecodableEventException("no JSON", new CharConversionException("Unsupported UCS-4"))))
                .isEqualTo(DETERMINISTIC);
    }

    @Test
    void takesWhatCodeThrowsForDeterministic() {
        assertThat(Faults.of(new IllegalStateException("impossible"))).isEqualTo(DETERMINISTIC);
        assertThat(Faults.of(new NullPointerException())).isEqualTo(DETERMINISTIC);
    }

    /** Jackson's exceptions are IOExceptions, and bytes that can't be read stay unreadable. */
    @Test
    void takesUnreadableJsonForDeterministic() {
        var unreadable = new JsonParseException(null, "Unexpected character");

        assertThat(Faults.of(unreadable)).isEqualTo(DETERMINISTIC);
        assertThat(Faults.of(new UndecodableEventException("stored row", unreadable)))
                .isEqualTo(DETERMINISTIC);
    }

    @Test
    void looksBehindTheWrapper() {
        var deadlock = new PgException("deadlock detected", "ERROR", "40P01", null);
        var timeout = new PgException("transaction timeout", "FATAL", "25P04", null);

        assertThat(Faults.of(new CompletionException(deadlock))).isEqualTo(TRANSIENT);
        assertThat(Faults.of(new IllegalStateException(timeout))).isEqualTo(TIMEOUT);
    }

    @Test
    void takesAnErrorWithoutStateForDeterministic() {
        assertThat(Faults.of(new PgException("what", "ERROR", null, null))).isEqualTo(DETERMINISTIC);
    }
}
