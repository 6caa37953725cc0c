package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.system.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CustomersAreToldOnceTest {

    private static final String RECEIVED = "We have received your order";
    private static final String CANCELLED = "Your order has been cancelled";

    private final Invariant invariant = new CustomersAreToldOnce();

    private static Seen cancelledOrder() {
        return new Seen()
                .bought(Kind.DECLINED, "a")
                .recorded(Service.ORDER, "order-events", "a", "orderflow.order.placed", 1, UUID.randomUUID())
                .recorded(Service.ORDER, "order-events", "a", "orderflow.order.payment-requested", 2, UUID.randomUUID())
                .recorded(Service.ORDER, "order-events", "a", "orderflow.order.cancelled", 4, UUID.randomUUID());
    }

    private static Seen told() {
        return cancelledOrder().mail("1", "a", RECEIVED, NOON).mail("2", "a", CANCELLED, NOON.plusSeconds(1));
    }

    @Test
    void isContentWithAMailForEachThing() {
        assertThat(invariant.violations(told().now())).isEmpty();
    }

    @Test
    void findsWhatACustomerWasNotTold() {
        assertThat(invariant.violations(
                        cancelledOrder().mail("1", "a", RECEIVED, NOON).now()))
                .containsExactly(new Violation(invariant.words(), "a '" + CANCELLED + "'", "1 times", "0 times"));
    }

    /** There was no address any more to which it could have been sent. */
    @Test
    void forgivesWhatACustomerWasNotToldWhoWasErasedMeanwhile() {
        Seen seen =
                cancelledOrder().bought(Seen.erased("a", 202)).mailTo("nemo1x@example.com", "1", "a", RECEIVED, NOON);

        assertThat(invariant.violations(seen.now())).extracting(Violation::seen).doesNotContain("0 times");
    }

    @Test
    void findsWhatDidNotHappen() {
        assertThat(invariant.violations(
                        told().mail("3", "a", "Your order is confirmed", NOON).now()))
                .containsExactly(new Violation(invariant.words(), "a 'Your order is confirmed'", "0 times", "1 times"));
    }

    @Test
    void findsTheSameThingToldTwice() {
        assertThat(invariant.violations(told().mail("3", "a", RECEIVED, NOON).now()))
                .containsExactly(new Violation(invariant.words(), "a '" + RECEIVED + "'", "1 times", "2 times"));
    }

    @Test
    void forgivesTheSameMailAgainWhereItsSendingWasCut() {
        Seen seen = told().mail("2", "a", CANCELLED, NOON.plusSeconds(40))
                .killed("notification-2", NOON.plusSeconds(3), NOON.plusSeconds(9));

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @Test
    void findsTheSameMailOftenerThanItsSendingWasCut() {
        Seen twice = told().mail("2", "a", CANCELLED, NOON.plusSeconds(20))
                .mail("2", "a", CANCELLED, NOON.plusSeconds(40))
                .killed("mail", NOON.plusSeconds(3), NOON.plusSeconds(9));
        assertThat(invariant.violations(twice.now())).hasSize(1);

        twice.killed("postgres", NOON.plusSeconds(4), NOON.plusSeconds(8));
        assertThat(invariant.violations(twice.now())).isEmpty();
    }

    @Test
    void findsTheSameMailAgainWhereNothingHadCutIt() {
        Seen quiet = told().mail("2", "a", CANCELLED, NOON.plusSeconds(40));
        Seen elsewhere = told().mail("2", "a", CANCELLED, NOON.plusSeconds(40))
                .killed("payment", NOON, NOON.plusSeconds(9))
                .killed("notification", NOON.plusSeconds(60), NOON.plusSeconds(69));

        Seen later = told().mail("2", "a", CANCELLED, NOON.plusSeconds(40))
                .killed("notification", NOON.minusSeconds(20), NOON.minusSeconds(5));

        assertThat(invariant.violations(later.now())).hasSize(1);
        assertThat(invariant.violations(quiet.now())).hasSize(1);
        assertThat(invariant.violations(elsewhere.now())).hasSize(1);
    }

    @Test
    void findsAMailToSomebodyElse() {
        Seen seen =
                cancelledOrder().mail("1", "a", RECEIVED, NOON).mailTo("eve@example.com", "2", "a", CANCELLED, NOON);

        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), "a", "ada@example.com", "eve@example.com"));
    }
}
