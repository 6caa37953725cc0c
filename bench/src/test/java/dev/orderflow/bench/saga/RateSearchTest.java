package dev.orderflow.bench.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.bench.saga.RateSearch.Phase;
import org.junit.jupiter.api.Test;

class RateSearchTest {

    @Test
    void climbsUntilOrdersPileUpAndHoldsTheLastThatDidNot() {
        var search = RateSearch.from(80).after(true).after(true).after(false);

        assertThat(search).isEqualTo(new RateSearch(100, Phase.HOLDING));
        assertThat(search.after(true)).isEqualTo(new RateSearch(100, Phase.OVER));
    }

    @Test
    void holdsASlowerOneWhereItDoesNotHold() {
        var search = new RateSearch(100, Phase.HOLDING).after(false);

        assertThat(search).isEqualTo(new RateSearch(80, Phase.HOLDING));
    }

    @Test
    void findsNothingInASystemThatDeliversNothing() {
        var search = RateSearch.from(50);
        while (search.phase() != Phase.OVER) {
            search = search.after(false);
        }

        assertThat(search.perSecond()).isZero();
    }
}
