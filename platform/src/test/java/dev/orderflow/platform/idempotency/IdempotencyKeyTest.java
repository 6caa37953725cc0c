package dev.orderflow.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void readsAStructuredFieldString() {
        assertThat(IdempotencyKey.fromString(" \"a \\\"b\\\" \\\\ c\" ").value())
                .isEqualTo("a \"b\" \\ c");
    }

    @Test
    void readsTheBareForm() {
        assertThat(IdempotencyKey.fromString("8e03978e-40d5-43dd").value()).isEqualTo("8e03978e-40d5-43dd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"a", "a\"", "a b", "a,b", "\"a\\b\"", "\"a\";x=1", "\u0007", "é"})
    void refusesAnythingElse(String header) {
        assertThatThrownBy(() -> IdempotencyKey.fromString(header)).isInstanceOf(ProblemException.class);
    }

    /** A header may be that long, and a stack is not. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\\"", "\\"})
    void isNotDrownedInALongKey(String part) {
        String header = "\"" + part.repeat(16_000) + "\"";
        assertThatThrownBy(() -> IdempotencyKey.fromString(header)).isInstanceOf(ProblemException.class);
    }

    @Test
    void namesDependOnCallerAndKey() {
        var key = IdempotencyKey.fromString("bc");
        assertThat(key.nameFor("a"))
                .hasSize(32)
                .isEqualTo(IdempotencyKey.fromString("bc").nameFor("a"));
        assertThat(key.nameFor("a")).isNotEqualTo(IdempotencyKey.fromString("c").nameFor("ab"));
        assertThat(key.entry(1)).isNotEqualTo(key.entry(2));
    }
}
