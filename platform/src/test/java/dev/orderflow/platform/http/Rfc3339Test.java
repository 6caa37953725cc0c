package dev.orderflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final String AN_HOUR_BEHIND = "2026-01-05T10:15:30+01:00";

    @Test
    void readsATimeWithItsOffset() throws Exception {
        var time = Instant.parse("2026-01-05T09:15:30Z");

        assertThat(Rfc3339.parse(AN_HOUR_BEHIND)).isEqualTo(time);
        assertThat(Parameters.instant("from", AN_HOUR_BEHIND)).contains(time);
        assertThat(strict().readValue("\"" + AN_HOUR_BEHIND + "\"", Instant.class))
                .isEqualTo(time);
    }

    /** No database keeps them: a query with one failed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z"
            })
    void refusesYearsThatHaveNotFourDigits(String time) {
        assertThatThrownBy(() -> Rfc3339.parse(time)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> Parameters.instant("from", time)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> strict().readValue("\"" + time + "\"", Instant.class))
                .isInstanceOf(JsonMappingException.class);
    }

    private static ObjectMapper strict() {
        return StrictRules.applyTo(new ObjectMapper().findAndRegisterModules());
    }
}
