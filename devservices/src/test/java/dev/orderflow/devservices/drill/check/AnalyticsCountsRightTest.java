package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyticsCountsRightTest {

    private static final String LEAVER = "drill-leaver-1";

    private final Invariant invariant = new AnalyticsCountsRight();

    @Test
    void isContentWhereBothCountsAreTheSame() {
        Seen seen = new Seen()
                .counted("minute 2026-01-01T12:00:00Z", "2 1 1 0 20.00", "2 1 1 0 20.00")
                .counted("cancelled as timed-out", "3", "3")
                .counted("sold of mug", "2 20.00", "2 20.00")
                .pattern("ada", "2 1 0 0 20.00 0.00 THURSDAY 2", "2 1 0 0 20.00 0.00 THURSDAY 2");

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    /** An event that came again, one that was lost, and what nobody has done. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2 1 1 0 20.00, 3 1 1 0 20.00",
                "2 1 1 0 20.00, 2 1 1 0 20.01",
                "2 1 1 0 20.00, -",
                "-, 2 1 1 0 20.00"
            })
    void findsAFalseFigure(String journal, String answered) {
        String minute = "minute 2026-01-01T12:00:00Z";

        assertThat(invariant.violations(
                        new Seen().counted(minute, journal, answered).now()))
                .containsExactly(new Violation(
                        invariant.words(),
                        minute,
                        journal == null ? "nothing" : journal,
                        answered == null ? "nothing" : answered));
    }

    @Test
    void findsEachThatIsFalse() {
        Seen seen = new Seen()
                .counted("cancelled as timed-out", "3", "4")
                .counted("cancelled as undeliverable", "1", "1")
                .counted("sold of mug", "2 20.00", "4 40.00");

        assertThat(invariant.violations(seen.now()))
                .extracting(Violation::subject)
                .containsExactly("cancelled as timed-out", "sold of mug");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"2 1 0 0 20.00 0.00, 2 2 0 0 40.00 0.00", "2 1 0 0 20.00 0.00, -", "-, 2 1 0 0 20.00 0.00"})
    void findsAFalsePattern(String journal, String answered) {
        assertThat(invariant.violations(
                        new Seen().pattern("ada", journal, answered).now()))
                .extracting(Violation::subject)
                .containsExactly("pattern of ada");
    }

    @Test
    void leavesNoPatternToWhoWasErased() {
        String pattern = "1 1 0 0 20.00 0.00 THURSDAY 1";
        Seen erased = new Seen().bought(Seen.erased("a", 202)).pattern(LEAVER, pattern, null);

        assertThat(invariant.violations(erased.now())).isEmpty();
        assertThat(invariant.violations(erased.pattern(LEAVER, pattern, pattern).now()))
                .containsExactly(new Violation(invariant.words(), "pattern of " + LEAVER, "nothing", pattern));
    }

    @Test
    void takesNoPatternFromWhoWasToBeErasedAndWasNot() {
        String pattern = "1 1 0 0 20.00 0.00 THURSDAY 1";
        Seen refused = new Seen().bought(Seen.erased("a", 409)).pattern(LEAVER, pattern, null);

        assertThat(invariant.violations(refused.now()))
                .extracting(Violation::subject)
                .containsExactly("pattern of " + LEAVER);
    }
}
