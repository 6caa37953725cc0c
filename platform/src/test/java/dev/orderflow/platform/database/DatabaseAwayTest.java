package dev.orderflow.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

    @ParameterizedTest
    @NullSource // what the pool throws when no connection could be made in time
    @ValueSource(strings = {"08001", "57P03", "53300", "28P01", "3D000", "55P03"})
    void isWaitedFor(String state) {
        assertThat(DatabaseAway.is(failure(new SQLException("away", state)))).isTrue();
    }

    /** It would fail for ever: whoever deploys it should see it at once. */
    @ParameterizedTest
    @ValueSource(strings = {"42601", "42P07", "23505"})
    void isNotBlamedForWhatAMigrationDoes(String state) {
        assertThat(DatabaseAway.is(failure(new SQLException("wrong", state)))).isFalse();
    }

    @Test
    void isNotBlamedForAChecksum() {
        assertThat(DatabaseAway.is(new IllegalStateException("Validate failed")))
                .isFalse();
    }

    @Test
    void isToldInTheServersWordsInOneLine() {
        var refused = new SQLException("Connection to localhost:5432 refused.\nCheck that it is up.", "08001");

        assertThat(DatabaseAway.reason(failure(refused))).isEqualTo("Connection to localhost:5432 refused.");
    }

    private static RuntimeException failure(SQLException cause) {
        return new IllegalStateException("Unable to obtain a connection\n-----", cause);
    }
}
