package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.load.Kind;
import org.junit.jupiter.api.Test;

class OnlyRefusedRefundsGetStuckTest {

    private final Invariant invariant = new OnlyRefusedRefundsGetStuck();

    private static Seen stuck(Seen seen) {
        return seen.recordedAt(NOON, "a", "stuck");
    }

    @Test
    void isContentWithOneThatWasClosed() {
        assertThat(invariant.violations(stuck(new Seen().bought(Seen.resolved(Kind.DISPUTES, "a", 200)))
                        .now()))
                .isEmpty();
    }

    /** The provider was cut off, and its time to pay was over. */
    @Test
    void isContentWithOneThatWasNeverPaid() {
        assertThat(invariant.violations(new Seen()
                        .bought(Seen.resolved(Kind.DISPUTES, "a", 409))
                        .now()))
                .isEmpty();
    }

    @Test
    void findsAnOrderThatGotStuckForAnotherReason() {
        assertFound(stuck(new Seen().bought(Kind.RETURNS, "a")), "never stuck");
    }

    @Test
    void findsAStuckOrderThatNobodyCouldClose() {
        assertFound(stuck(new Seen().bought(Seen.resolved(Kind.DISPUTES, "a", 409))), "closed by an operator");
    }

    @Test
    void findsAnOrderThatWasClosedThoughItWasNotStuck() {
        assertFound(new Seen().bought(Seen.resolved(Kind.DISPUTES, "a", 200)), "nothing that an operator can close");
    }

    private void assertFound(Seen seen, String expected) {
        assertThat(invariant.violations(seen.now()))
                .extracting(Violation::expected)
                .containsExactly(expected);
    }
}
