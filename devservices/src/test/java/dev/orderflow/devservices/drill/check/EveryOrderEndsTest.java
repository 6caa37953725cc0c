package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.load.Kind;
import org.junit.jupiter.api.Test;

class EveryOrderEndsTest {

    private final Invariant invariant = new EveryOrderEnds();

    @Test
    void isContentWhenEveryOrderHasEnded() {
        Seen seen = new Seen()
                .bought(Kind.PAYS, "a")
                .order("a", "DELIVERED")
                .bought(Kind.DECLINED, "b")
                .order("b", "CANCELLED")
                .bought(purchase(Kind.WANTS_WHAT_IS_SCARCE, "", 409, 0, 0));

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @Test
    void findsAnOrderThatIsLost() {
        assertFound(new Seen().bought(Kind.PAYS, "a"), "a", "an order", "none");
    }

    @Test
    void findsAnOrderThatStandsStill() {
        assertFound(new Seen().bought(Kind.PAYS, "a").order("a", "CANCELLING"), "a", "a final state", "CANCELLING");
    }

    @Test
    void findsAnOrderThatNobodyWasToldOf() {
        assertFound(new Seen().order("x", "DELIVERED"), "x", "no such order", "DELIVERED");
    }

    @Test
    void findsOneOrderForTwoCustomers() {
        Seen seen = new Seen().bought(Kind.PAYS, "a").bought(Kind.PAYS, "a").order("a", "DELIVERED");

        assertFound(seen, "a", "one customer", "2");
    }

    @Test
    void findsACustomerWhoWasNeverAnswered() {
        assertFound(new Seen().bought(purchase(Kind.PAYS, "", 0, 0, 0)), "customer 1", "201", "0");
    }

    @Test
    void findsARefusalOfWhatIsThere() {
        assertFound(new Seen().bought(purchase(Kind.PAYS, "", 409, 0, 0)), "customer 1", "201", "409");
    }

    @Test
    void findsAKeyThatWasAnsweredInTwoWays() {
        Seen seen = new Seen()
                .bought(purchase(Kind.PAYS, "a", 201, 0, 0, "the same key got order b"))
                .order("a", "DELIVERED");

        assertFound(seen, "customer 1", "the first answer again", "the same key got order b");
    }

    private void assertFound(Seen seen, String subject, String expected, String what) {
        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), subject, expected, what));
    }
}
