package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockAddsUpTest {

    private final Invariant invariant = new StockAddsUp();

    /** Two mugs went to each of two customers; what was cancelled never left, what was returned is back. */
    private static Seen fourMugsGone() {
        return new Seen()
                .order("a", "DELIVERED")
                .order("b", "DELIVERED")
                .order("c", "CANCELLED")
                .order("d", "RETURNED");
    }

    @Test
    void isContentWhenWhatLeftIsGoneAndNothingElse() {
        assertThat(invariant.violations(fourMugsGone().mugs(10, 6, 0, "6").now()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7,0,6,6,7", "5,0,6,6,5", "6,2,6,none reserved,2", "6,0,8,6 by the gate,'''8'''"})
    void findsWhatDoesNotAddUp(long onHand, long reserved, String level, String expected, String what) {
        assertThat(invariant.violations(
                        fourMugsGone().mugs(10, onHand, reserved, level).now()))
                .containsExactly(new Violation(invariant.words(), "mug", expected, what));
    }

    @Test
    void findsAGateThatKnowsNothing() {
        assertThat(invariant.violations(fourMugsGone().mugs(10, 6, 0, "").now()))
                .singleElement()
                .extracting(Violation::seen)
                .isEqualTo("''");
    }

    @Test
    void findsHoldsThatNobodySettled() {
        assertThat(invariant.violations(new Seen().holds(3).now()))
                .containsExactly(new Violation(invariant.words(), "redis", "no holds", "3"));
    }
}
