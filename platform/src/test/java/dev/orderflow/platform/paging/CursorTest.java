package dev.orderflow.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.platform.problem.ProblemException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void readsBackWhatItWasMadeOf() {
        var at = Instant.parse("2026-01-02T03:04:05.000006Z");
        var id = UUID.fromString("0197f1c2-0000-7000-8000-000000000000");
        var cursor = Cursor.parse(Cursor.of(at, id, "ü/+").token());
        assertThat(cursor.instant(0)).isEqualTo(at);
        assertThat(cursor.uuid(1)).isEqualTo(id);
        assertThat(cursor.text(2)).isEqualTo("ü/+");
    }

    @Test
    void refusesWhatIsNoneOfOurs() {
        assertThatThrownBy(() -> Cursor.parse("!")).isInstanceOf(ProblemException.class);
        var foreign = Cursor.parse(Cursor.of("x").token());
        assertThatThrownBy(() -> foreign.instant(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> foreign.uuid(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> foreign.text(1)).isInstanceOf(ProblemException.class);
        var unheardOf = Cursor.parse(Cursor.of(Instant.MAX).token());
        assertThatThrownBy(() -> unheardOf.instant(0)).isInstanceOf(ProblemException.class);
    }
}
