package dev.orderflow.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.platform.problem.FieldError;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrictQueryTest {

    private static final Set<String> KNOWN = Set.of("limit", "cursor");

    private final MultiMap query = MultiMap.caseInsensitiveMultiMap();

    @Test
    void takesEachKnownParameterOnce() {
        query.add("limit", "5").add("cursor", "");

        assertThat(wrong()).isEmpty();
    }

    @Test
    void namesWhatIsUnknownAndWhatIsRepeated() {
        query.add("stauts", "PENDING").add("limit", "5").add("limit", "5");

        assertThat(wrong())
                .containsExactlyInAnyOrder(
                        new FieldError("stauts", "is not a known parameter"),
                        new FieldError("limit", "must not be repeated"));
    }

    @Test
    void takesNoOtherCase() {
        query.add("Limit", "5");

        assertThat(wrong()).containsExactly(new FieldError("Limit", "is not a known parameter"));
    }

    @Test
    void refusesTwoCasesOfOneName() {
        query.add("limit", "5").add("LIMIT", "6");

        assertThat(wrong()).isNotEmpty();
    }

    @Test
    void tellsTenAtMost() {
        IntStream.range(0, 1_000).forEach(n -> query.add("x" + n, "1"));

        assertThat(wrong()).hasSize(10);
    }

    private List<FieldError> wrong() {
        return StrictQuery.wrong(query, KNOWN);
    }
}
