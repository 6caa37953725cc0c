package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.check.Observations.Cancellation;
import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.system.Service;
import org.junit.jupiter.api.Test;

class TasksAreDoneTest {

    private static final Cancellation TIMED_OUT = new Cancellation("timed-out", "SYSTEM", false);

    private final Invariant invariant = new TasksAreDone();

    @Test
    void findsACallThatIsStillOwedByWhomeverItIs() {
        for (Service service : Service.withDatabase()) {
            Seen seen = new Seen().owes(service, "refund", "a", "OPEN");

            assertThat(invariant.violations(seen.now()))
                    .containsExactly(new Violation(
                            invariant.words(), service.module() + " a", "no task", "OPEN refund after 3 tries"));
        }
    }

    @Test
    void findsACallThatWasGivenUp() {
        assertFound(new Seen().owes(Service.SHIPPING, "buy-label", "a", "EXPIRED"));
        assertFound(new Seen().owes(Service.SHIPPING, "watch-parcel", "a", "EXPIRED"));
        assertFound(new Seen()
                .bought(Kind.PAYS, "a")
                .order("a", "CANCELLED", TIMED_OUT)
                .owes(Service.PAYMENT, "create-intent", "a", "EXPIRED"));
    }

    @Test
    void forgivesAPaymentThatACutHasKeptPastItsDeadline() {
        Seen seen = new Seen()
                .bought(Kind.PAYS, "a")
                .order("a", "CANCELLED", TIMED_OUT)
                .bought(Kind.CANCELS, "c")
                .order("c", "CANCELLED", new Cancellation("a drill", "CUSTOMER", false))
                .owes(Service.PAYMENT, "create-intent", "c", "EXPIRED")
                .cutOff(DrillPlan.LONGEST_CUT, NOON.minusSeconds(30));

        assertThat(invariant.violations(seen.owes(Service.PAYMENT, "create-intent", "a", "EXPIRED")
                        .now()))
                .isEmpty();
        assertFound(seen.owes(Service.PAYMENT, "create-intent", "b", "EXPIRED"));
    }

    @Test
    void findsAParcelThatIsWatchedTwice() {
        Seen seen = new Seen().order("a", "DELIVERED").owes(Service.SHIPPING, "watch-parcel", "a", "OPEN");
        assertThat(invariant.violations(seen.now())).isEmpty();

        assertFound(seen.owes(Service.SHIPPING, "watch-parcel", "a", "OPEN"));
    }

    @Test
    void letsAParcelThatCameBackBeWatchedBothWays() {
        Seen seen = new Seen()
                .order("a", "CANCELLED")
                .recordedAt(NOON, "a", "return-accepted")
                .owes(Service.SHIPPING, "watch-parcel", "a", "OPEN")
                .owes(Service.SHIPPING, "watch-parcel", "a", "OPEN");

        assertThat(invariant.violations(seen.now())).isEmpty();
        assertFound(seen.owes(Service.SHIPPING, "watch-parcel", "a", "OPEN"));
    }

    private void assertFound(Seen seen) {
        assertThat(invariant.violations(seen.now())).hasSize(1);
    }
}
