package dev.orderflow.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.contracts.value.Money;
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
                null);

        assertThat(EUROS.plus(YEN).plus(PLACED).plus(EUROS)).isEqualTo(sum);
        assertThat(PLACED.plus(EUROS.plus(EUROS)).plus(YEN)).isEqualTo(sum);
        assertThat(Tally.NOTHING.plus(EUROS)).isEqualTo(EUROS);
    }

    @Test
    void hasTheSameNameInWhateverOrderItIsAddedUp() {
        assertThat(EUROS.called("Mug").plus(YEN).name()).isEqualTo("Mug");
        assertThat(YEN.plus(EUROS.called("Mug")).name()).isEqualTo("Mug");
        assertThat(EUROS.called("Mug").plus(YEN.called("Cup")).name()).isEqualTo("Cup");
        assertThat(YEN.called("Cup").plus(EUROS.called("Mug")).name()).isEqualTo("Cup");
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
