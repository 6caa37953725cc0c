package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OrdersEndOnceServicesAreBackTest {

    private static final Instant BACK = NOON;

    private final Invariant invariant = new OrdersEndOnceServicesAreBack();

    /** Payment was away for six seconds. */
    private static Seen paymentIsBack() {
        return new Seen().killedAll(Service.PAYMENT, BACK.minusSeconds(6), BACK);
    }

    private static Seen open(Seen seen, String order, Duration end) {
        return seen.recordedAt(BACK.minusSeconds(4), order, "placed").recordedAt(BACK.plus(end), order, "delivered");
    }

    @Test
    void isContentWithOrdersThatEndInTime() {
        assertContent(open(open(paymentIsBack(), "a", Duration.ofSeconds(2)), "b", Duration.ofSeconds(15)));
    }

    @Test
    void findsTheOneOrderThatEndsLate() {
        Seen seen = open(open(paymentIsBack(), "a", Duration.ofSeconds(2)), "b", Duration.ofMillis(15_001));

        assertThat(invariant.violations(seen.now()))
                .extracting(Violation::subject, Violation::expected, Violation::seen)
                .containsExactly(tuple(
                        "b", "final within 15.0 s after payment was back", "15.001 s, at " + BACK.plusMillis(15_001)));
    }

    /** Whatever began later does not count from here, and a machine that stalls is no excuse. */
    @Test
    void countsFromTheReturnOfTheServiceAndExcusesNothing() {
        Seen seen =
                open(paymentIsBack(), "a", Duration.ofSeconds(20)).stalled(BACK.plusSeconds(1), BACK.plusSeconds(19));

        assertThat(invariant.violations(seen.now()))
                .singleElement()
                .satisfies(found -> assertThat(found.seen()).startsWith("20.0 s, at "));
    }

    @Test
    void leavesOrdersOutThatWereNotOpenThenOrWaitForAnOperator() {
        assertContent(open(paymentIsBack(), "a", Duration.ofSeconds(2))
                .recordedAt(BACK.plusSeconds(1), "later", "placed")
                .recordedAt(BACK.plusSeconds(60), "later", "delivered")
                .recordedAt(BACK.minusSeconds(60), "earlier", "placed")
                .recordedAt(BACK.minusSeconds(30), "earlier", "delivered")
                .bought(Kind.DISPUTES, "disputed")
                .recordedAt(BACK.minusSeconds(1), "disputed", "return-accepted")
                .recordedAt(BACK.plusSeconds(60), "disputed", "return-closed"));
    }

    @Test
    void findsAComebackThatShowsNothing() {
        assertThat(invariant.violations(paymentIsBack().now()))
                .extracting(Violation::subject, Violation::expected, Violation::seen)
                .containsExactly(tuple("payment", "some orders open when it was back", "none"));
    }

    @Test
    void findsAFaultThatComesTooEarly() {
        Seen seen = open(paymentIsBack(), "a", Duration.ofSeconds(2));

        assertContent(seen.killed("kafka", BACK.plusSeconds(15), BACK.plusSeconds(20)));
        assertThat(invariant.violations(seen.killed("redis", BACK.plusSeconds(14), BACK.plusSeconds(16))
                        .now()))
                .extracting(Violation::subject, Violation::expected, Violation::seen)
                .containsExactly(
                        tuple("payment", "nothing else wrong for 15.0 s", "kill redis at " + BACK.plusSeconds(14)));
    }

    @Test
    void tellsTheLongestTimeOfEachService() {
        Seen seen = open(open(paymentIsBack(), "a", Duration.ofSeconds(2)), "b", Duration.ofSeconds(7))
                .killedAll(Service.ORDER, BACK.plusSeconds(20), BACK.plusSeconds(25));

        assertThat(Comeback.of(seen.now()))
                .extracting(Comeback::service, each -> each.open().size(), Comeback::untilFinal)
                .containsExactly(
                        tuple(Service.PAYMENT, 2, Duration.ofSeconds(7)), tuple(Service.ORDER, 0, Duration.ZERO));
    }

    private void assertContent(Seen seen) {
        assertThat(invariant.violations(seen.now())).isEmpty();
    }
}
