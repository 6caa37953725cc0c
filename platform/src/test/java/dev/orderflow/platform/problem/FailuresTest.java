package dev.orderflow.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.platform.database.DatabaseFailures;
import io.quarkus.security.AuthenticationFailedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private final Failures failures = new Failures(List.of(new DatabaseFailures()));

    /** Only a client can have sent a NUL, whichever way a query went to the database. */
    @Test
    void isTheClientsFaultWhereHibernateMeetsANul() {
        var hibernates = new RuntimeException(new SQLException("invalid byte sequence", CHARACTER_NOT_IN_REPERTOIRE));

        var refusal = failures.of(hibernates);

        assertThat(refusal.is(Problems.INVALID_REQUEST)).isTrue();
        assertThat(refusal.problem().detail()).doesNotContain("byte sequence");
        assertThat(failures.code(hibernates)).contains("SQLSTATE " + CHARACTER_NOT_IN_REPERTOIRE);
    }

    @Test
    void isNotTheTokensFaultThatItsKeysAreAway() {
        var away =
                failures.of(new AuthenticationFailedException(new IllegalStateException(new IOException("refused"))));
        var bad = failures.of(new AuthenticationFailedException(new IllegalStateException("no such key")));

        assertThat(away.problem().status()).isEqualTo(503);
        assertThat(away.headers()).containsKey("Retry-After").doesNotContainKey("WWW-Authenticate");
        assertThat(bad.problem().status()).isEqualTo(401);
        assertThat(bad.headers()).containsKey("WWW-Authenticate").doesNotContainKey("Retry-After");
    }

    @Test
    void isOurDefectWhereAStatementIsWrong() {
        var refusal = failures.of(new RuntimeException(new SQLException("syntax error", "42601")));

        assertThat(refusal.is(Problems.INTERNAL_ERROR)).isTrue();
    }
}
