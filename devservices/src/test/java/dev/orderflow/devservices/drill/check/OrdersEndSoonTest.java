package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OrdersEndSoonTest {

    private final Invariant invariant = new OrdersEndSoon();

    private static Seen placedAndFinal(int placed, int end) {
        return new Seen()
                .recordedAt(NOON.plusSeconds(placed), "a", "placed")
                .recordedAt(NOON.plusSeconds(end), "a", "delivered");
    }

    @Test
    void findsAnOrderThatNothingHindered() {
        assertContent(placedAndFinal(0, 15));
        assertFound(placedAndFinal(0, 16), "final within 15.0 s", "16.0 s");
    }

    @Test
    void countsFromWhenWhatWasKilledIsBack() {
        assertContent(placedAndFinal(0, 25).killed("payment", NOON.plusSeconds(2), NOON.plusSeconds(10)));
        assertFound(
                placedAndFinal(0, 26).killed("payment", NOON.plusSeconds(2), NOON.plusSeconds(10)),
                "final within 15.0 s",
                "16.0 s");
    }

    @Test
    void countsFromTheOrdersBeginningIfTheFaultWasOverBefore() {
        assertFound(
                placedAndFinal(0, 16).killed("payment", NOON.minusSeconds(20), NOON.minusSeconds(1)),
                "final within 15.0 s",
                "16.0 s");
    }

    @Test
    void blamesNoOrderThatColdProcessesMadeFinalBeforeTheFirstFault() {
        assertContent(placedAndFinal(0, 16).killed("payment", NOON.plusSeconds(17), NOON.plusSeconds(20)));
    }

    @Test
    void blamesNoOrderThatIsFinalWhileSomethingIsAway() {
        assertContent(placedAndFinal(0, 100).killed("kafka", NOON.plusSeconds(99), NOON.plusSeconds(110)));
    }

    /** Tasks try again after pauses that grow, so that the next try is as late as the outage was long. */
    @Test
    void allowsForThePausesOfTasksWhoseProviderWasAway() {
        assertContent(placedAndFinal(0, 35).cutOff(Duration.ofSeconds(10), NOON));
        assertFound(placedAndFinal(0, 36).cutOff(Duration.ofSeconds(10), NOON), "final within 25.0 s", "26.0 s");
        assertContent(placedAndFinal(0, 105).cutOff(Duration.ofMinutes(1), NOON));
        assertFound(placedAndFinal(0, 106).cutOff(Duration.ofMinutes(1), NOON), "final within 45.0 s", "46.0 s");
    }

    /** What others had to tell meanwhile a service asks for itself once it is back. */
    @Test
    void allowsNothingForTheRepetitionsOfNewsForAProcessThatWasAwayForLong() {
        assertContent(placedAndFinal(0, 35).killed("shipping", NOON, NOON.plusSeconds(20)));
        assertFound(
                placedAndFinal(0, 36).killed("shipping", NOON, NOON.plusSeconds(20)), "final within 15.0 s", "16.0 s");
    }

    /** A replica of order has tasks and partitions that others take over first; analytics has nothing that is waited for. */
    @Test
    void allowsNothingForAFrozenObserver() {
        assertContent(placedAndFinal(0, 28).frozen(Service.ORDER, NOON, NOON.plusSeconds(13)));
        assertFound(
                placedAndFinal(0, 16).frozen(Service.ANALYTICS, NOON, NOON.plusSeconds(13)),
                "final within 15.0 s",
                "16.0 s");
    }

    @Test
    void doesNotCountTheTimeInWhichTheMachineStalled() {
        assertContent(placedAndFinal(0, 20).stalled(NOON.plusSeconds(3), NOON.plusSeconds(8)));
        assertFound(
                placedAndFinal(0, 20).stalled(NOON.minusSeconds(8), NOON.plusSeconds(2)),
                "final within 15.0 s",
                "18.0 s");
    }

    @Test
    void leavesOrdersOutThatWaitForAnOperator() {
        assertContent(placedAndFinal(0, 100).bought(Kind.DISPUTES, "a"));
    }

    @Test
    void judgesAReturnByItself() {
        assertFound(
                placedAndFinal(0, 5)
                        .recordedAt(NOON.plusSeconds(60), "a", "return-accepted")
                        .recordedAt(NOON.plusSeconds(80), "a", "return-closed"),
                "final within 15.0 s",
                "20.0 s");
    }

    @Test
    void tellsTheLongestWaitThatNoOutsidePartyExplains() {
        assertThat(OrdersEndSoon.longest(placedAndFinal(0, 7).now())).isEqualTo(Duration.ofSeconds(7));
        assertThat(OrdersEndSoon.longest(
                        placedAndFinal(0, 7).cutOff(Duration.ofSeconds(2), NOON).now()))
                .isZero();
    }

    private void assertContent(Seen seen) {
        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    private void assertFound(Seen seen, String expected, String wait) {
        assertThat(invariant.violations(seen.now())).singleElement().satisfies(found -> {
            assertThat(found.subject()).isEqualTo("a");
            assertThat(found.expected()).isEqualTo(expected);
            assertThat(found.seen()).startsWith(wait + ", at ");
        });
    }
}
