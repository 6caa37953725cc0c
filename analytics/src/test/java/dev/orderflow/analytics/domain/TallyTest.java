package dev.orderflow.analytics.domain;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.analytics.testing.Records;
import dev.orderflow.contracts.value.Money;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Tally EUROS = Tally.of(Count.DELIVERED, 2).worth(Money.of("1.10", "EUR"));
    private static final Tally YEN = Tally.of(Count.DELIVERED, 1).worth(Money.of("300", "JPY"));
    private static final Tally PLACED = Tally.of(Count.PLACED, 5);

    @Test
    void addsUpInAnyOrderAndGrouping() {
        var sum = new Tally(
                Map.of(Count.DELIVERED, 5L, Count.PLACED, 5L),
                List.of(Money.of("2.20", "EUR"), Money.of("300", "JPY")),
                null,
                null);

        assertThat(EUROS.plus(YEN).plus(PLACED).plus(EUROS)).isEqualTo(sum);
        assertThat(PLACED.plus(EUROS.plus(EUROS)).plus(YEN)).isEqualTo(sum);
        assertThat(Tally.NOTHING.plus(EUROS)).isEqualTo(EUROS);
    }

    @Test
    void isCalledWhatItWasCalledLast() {
        assertIsCalled("Cup", EUROS.called("Mug", NOON), YEN.called("Cup", NOON.plusSeconds(1)));
        assertIsCalled("Mug", EUROS.called("Mug", NOON.plusSeconds(1)), YEN.called("Cup", NOON));
    }

    @Test
    void anyNameIsLaterThanNone() {
        assertIsCalled("Mug", EUROS.called("Mug", NOON), YEN);
        assertIsCalled("Mug", EUROS.called("Mug", null), YEN);
        assertIsCalled("Mug", EUROS.called("Mug", NOON), YEN.called("Cup", null));
    }

    @Test
    void ofTwoNamesOfTheSameTimeItHasTheLesser() {
        assertIsCalled("Cup", EUROS.called("Mug", NOON), YEN.called("Cup", NOON));
        assertIsCalled("Cup", EUROS.called("Mug", null), YEN.called("Cup", null));
    }

    /** What an earlier release has stored is added up with what this one adds. */
    @Test
    void isReadAsItWasStoredWithoutATime() throws IOException {
        var stored =
                Records.JSON.readValue("{\"counts\":{\"PIECES\":3},\"revenue\":[],\"name\":\"Aged mug\"}", Tally.class);

        assertThat(stored).isEqualTo(Tally.of(Count.PIECES, 3).called("Aged mug", null));
        assertIsCalled("Mug", stored, Tally.of(Count.PIECES, 1).called("Mug", NOON));
    }

    private static void assertIsCalled(String name, Tally one, Tally other) {
        assertThat(one.plus(other))
                .isEqualTo(other.plus(one))
                .extracting(Tally::name)
                .isEqualTo(name);
    }

    @Test
    void keysOfOneKindStandTogether() {
        for (var kind : Figure.Kind.values()) {
            var key = new Figure(kind, "some/name").key();
            assertThat(key).isBetween(kind.first(), kind.last());
            assertThat(Figure.nameIn(key)).isEqualTo("some/name");
            assertThat(List.of(Figure.Kind.values()))
                    .filteredOn(other -> other != kind)
                    .noneMatch(other -> key.compareTo(other.first()) >= 0 && key.compareTo(other.last()) <= 0);
        }
    }
}
