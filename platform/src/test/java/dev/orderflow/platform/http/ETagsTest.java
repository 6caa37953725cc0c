package dev.orderflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.platform.problem.ProblemException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", "\"1\",\"7\"", "\"1\" , \"7\"", "*", "W/\"1\", \"7\"", ", ,\"7\",,", "\"1,\",\"7\""})
    void matchesStrongly(String header) {
        assertThatCode(() -> ETags.requireMatch(header, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"7\"",
                "\"17\"",
                "\"77\"",
                "7",
                "",
                "\"7",
                "'7'",
                "w/\"7\"",
                "W/ \"7\"",
                "x\"7\"",
                "\"7\"x",
                "\"6\"\"7\"",
                "\"6\" \"7\"",
                "\"6\", x, \"7\"",
                "*, \"7\"",
                "\"1,\"7\"",
                ","
            })
    void anythingElseIsAnotherVersion(String header) {
        assertThatThrownBy(() -> ETags.requireMatch(header, 7))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(412));
    }

    /** A header may be that long, and a stack is not. */
    @ParameterizedTest
    @ValueSource(strings = {"\"6\",", ", ", "W/\"6\" , "})
    void isNotDrownedInALongList(String part) {
        String header = part.repeat(16_000) + "\"7\"";
        assertThatCode(() -> ETags.requireMatch(header, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ETags.requireMatch(header + "x", 7)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingMatchesWhatIsNotThere() {
        assertThatThrownBy(() -> ETags.checkMatch("*", OptionalLong.empty())).isInstanceOf(ProblemException.class);
        assertThatCode(() -> ETags.checkMatch(null, OptionalLong.empty())).doesNotThrowAnyException();
        assertThatCode(() -> ETags.checkNoneMatch("*", OptionalLong.empty())).doesNotThrowAnyException();
        assertThatThrownBy(() -> ETags.checkNoneMatch("*", OptionalLong.of(7))).isInstanceOf(ProblemException.class);
    }

    @Test
    void cachesCompareWeakly() {
        assertThat(ETags.notModified("W/\"7\"", 7)).isTrue();
        assertThat(ETags.notModified("\"6\"", 7)).isFalse();
        assertThat(ETags.notModified("w/\"7\"", 7)).isFalse();
        assertThat(ETags.notModified(null, 7)).isFalse();
    }
}
