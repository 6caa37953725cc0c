package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.purchase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Observations.Cancellation;
import dev.orderflow.devservices.drill.load.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesFitTest {

    private final Invariant invariant = new OutcomesFit();

    @ParameterizedTest(name = "{0}, cancelled {1}, returned {2}: {3} {4}")
    @CsvSource({
        "PAYS,                 0,   0,   DELIVERED, , , false",
        "FLAKY_CARD,           0,   0,   DELIVERED, , , false",
        "SLOW_CARD,            0,   0,   DELIVERED, , , false",
        "DECLINED,             0,   0,   CANCELLED, payment-declined, SYSTEM, false",
        "WITHOUT_FUNDS,        0,   0,   CANCELLED, payment-declined, SYSTEM, false",
        "UNDELIVERABLE,        0,   0,   CANCELLED, undeliverable, SYSTEM, false",
        "WANTS_WHAT_IS_SCARCE, 0,   0,   DELIVERED, , , false",
        "WANTS_WHAT_IS_SCARCE, 0,   0,   CANCELLED, out-of-stock, SYSTEM, false",
        "CANCELS,              202, 0,   CANCELLED, a drill, CUSTOMER, false",
        "CANCELS,              202, 0,   DELIVERED, a drill, CUSTOMER, true",
        "CANCELS,              409, 0,   DELIVERED, , , false",
        "RETURNS,              0,   202, RETURNED, , , false",
        "RETURNS,              0,   409, DELIVERED, , , false",
        "DISPUTES,             0,   202, RETURNED, , , false",
        "UNDELIVERABLE_WITHOUT_REFUND, 0, 0, CANCELLED, undeliverable, SYSTEM, false",
        "PAYS,                 0,   0,   CONFIRMED, , , false"
    })
    void isContentWithWhatHadToCome(
            Kind kind, int cancelled, int returned, String status, String reason, String by, boolean refused) {
        assertThat(judge(kind, cancelled, returned, status, reason, by, refused))
                .isNull();
    }

    @ParameterizedTest(name = "{0}, cancelled {1}, returned {2}: {3} {4}")
    @CsvSource({
        "PAYS,                 0,   0,   CANCELLED, timed-out, SYSTEM, false, CANCELLED timed-out",
        "PAYS,                 0,   0,   CANCELLED, payment-declined, SYSTEM, false, CANCELLED payment-declined",
        "PAYS,                 0,   0,   CANCELLED, a drill, CUSTOMER, false, CANCELLED by CUSTOMER",
        "PAYS,                 0,   0,   RETURNED, , , false, RETURNED",
        "DECLINED,             0,   0,   DELIVERED, , , false, DELIVERED",
        "WITHOUT_FUNDS,        0,   0,   DELIVERED, , , false, DELIVERED",
        "UNDELIVERABLE,        0,   0,   DELIVERED, , , false, DELIVERED",
        "WANTS_WHAT_IS_SCARCE, 0,   0,   CANCELLED, timed-out, SYSTEM, false, CANCELLED timed-out",
        "CANCELS,              202, 0,   DELIVERED, , , false, DELIVERED",
        "CANCELS,              409, 0,   CANCELLED, a drill, CUSTOMER, false, CANCELLED by CUSTOMER",
        "RETURNS,              0,   202, DELIVERED, , , false, DELIVERED",
        "RETURNS,              0,   409, RETURNED, , , false, RETURNED",
        "DISPUTES,             0,   202, DELIVERED, , , false, DELIVERED",
        "UNDELIVERABLE_WITHOUT_REFUND, 0, 0, DELIVERED, , , false, DELIVERED"
    })
    void findsAnEndThatNobodyCanHaveWanted(
            Kind kind,
            int cancelled,
            int returned,
            String status,
            String reason,
            String by,
            boolean refused,
            String end) {
        assertThat(judge(kind, cancelled, returned, status, reason, by, refused))
                .isNotNull()
                .extracting(Violation::subject, Violation::seen)
                .containsExactly("a (" + kind + ")", end);
    }

    /** The order is placed and ended at noon. */
    @ParameterizedTest(name = "{0} {1}, {2} s after a cut of {3} s began")
    @CsvSource({
        "PAYS,     timed-out,        30,  60, true",
        "PAYS,     payment-declined, 30,  60, true",
        "CANCELS,  timed-out,        30,  60, true",
        "PAYS,     timed-out,        30,  59, false",
        "PAYS,     timed-out,        60,  60, false",
        "PAYS,     timed-out,        -1,  60, false",
        "PAYS,     out-of-stock,     30,  60, false",
    })
    void letsAnOrderPassItsDeadlineOnlyWhileTheProviderIsCutOff(
            Kind kind, String reason, int after, int lasting, boolean fits) {
        Seen seen = new Seen()
                .bought(kind, "a")
                .order("a", "CANCELLED", new Cancellation(reason, "SYSTEM", false))
                .cutOff(Duration.ofSeconds(lasting), Seen.NOON.minusSeconds(after));

        assertThat(invariant.violations(seen.now()).findAny().isEmpty()).isEqualTo(fits);
    }

    /** It waits until noon, and its customer hears of it last then. */
    @ParameterizedTest(name = "placed {0} s before noon, a cut from {1} s before it for {2} s: {3}")
    @CsvSource({"60, 90, 60, true", "20, 90, 60, false"})
    void countsTheWaitFromThePlacingHoweverLateTheCustomerAsks(int placed, int cut, int lasting, boolean fits) {
        Seen seen = waiting(placed).cutOff(Duration.ofSeconds(lasting), Seen.NOON.minusSeconds(cut));

        assertThat(invariant.violations(seen.now()).findAny().isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest(name = "placed {0} s before noon, answers lost from {1} s before it for {2} s: {3}")
    @CsvSource({
        "40, 35, 30, true",
        "40, 20, 30, true",
        "40, 35, 19, false",
        "40, 49, 28, false",
        "40, 19, 30, false",
        "37, 35, 30, false"
    })
    void letsAnOrderPassItsDeadlineIfAnswersWereLostForHalfOfIt(int placed, int lost, int lasting, boolean fits) {
        Seen seen = waiting(placed).lostAnswers(Duration.ofSeconds(lasting), Seen.NOON.minusSeconds(lost));

        assertThat(invariant.violations(seen.now()).findAny().isEmpty()).isEqualTo(fits);
    }

    /** It waits for the forty seconds before noon. */
    @ParameterizedTest(
            name = "{0} killed {1} s before noon for {2} s, answers lost from {3} s before it for {4} s: {5}")
    @CsvSource({
        "kafka,     30, 20, 0,  0, true",
        "postgres,  30, 20, 0,  0, true",
        "kafka,     30, 19, 0,  0, false",
        "kafka,     12, 10, 35, 10, true",
        "kafka,     30, 10, 25, 10, false",
        "payment,   30, 25, 0,  0, false",
        "redis,     30, 25, 0,  0, false",
    })
    void addsUpWhatKeptItFromBeingPaidAndCountsNoTimeTwice(
            String part, int killed, int down, int lost, int lasting, boolean fits) {
        Seen seen = waiting(40)
                .killed(part, Seen.NOON.minusSeconds(killed), Seen.NOON.minusSeconds(killed - down))
                .lostAnswers(Duration.ofSeconds(lasting), Seen.NOON.minusSeconds(lost));

        assertThat(invariant.violations(seen.now()).findAny().isEmpty()).isEqualTo(fits);
    }

    /** In a short drill an order waits for ten minutes, and nothing may end it. */
    @Test
    void excusesNothingWhereNoDeadlineCanPass() {
        Seen seen = waiting(40)
                .drilledFor(Duration.ofMinutes(1))
                .lostAnswers(Duration.ofSeconds(33), Seen.NOON.minusSeconds(35));

        assertThat(invariant.violations(seen.now())).hasSize(1);
    }

    /** What went wrong while it was undone was no reason to give it up. */
    @Test
    void countsNothingThatCameAfterItsEnd() {
        Seen seen = new Seen()
                .drilledFor(Duration.ofMinutes(4))
                .bought(Kind.PAYS, "a")
                .recordedAt(Seen.NOON.minusSeconds(90), "a", "payment-requested")
                .recordedAt(Seen.NOON.minusSeconds(50), "a", "cancelled")
                .order("a", "CANCELLED", new Cancellation("timed-out", "SYSTEM", false))
                .killed("kafka", Seen.NOON.minusSeconds(50), Seen.NOON.minusSeconds(20));

        assertThat(invariant.violations(seen.now())).hasSize(1);
    }

    private static Seen waiting(int placed) {
        return new Seen()
                .drilledFor(Duration.ofMinutes(4))
                .bought(Kind.RETURNS, "a")
                .recordedAt(Seen.NOON.minusSeconds(placed), "a", "placed")
                .recordedAt(Seen.NOON.minusSeconds(placed), "a", "payment-requested")
                .recordedAt(Seen.NOON, "a", "cancelled")
                .order("a", "CANCELLED", new Cancellation("timed-out", "SYSTEM", false));
    }

    private Violation judge(
            Kind kind, int cancelled, int returned, String status, String reason, String by, boolean refused) {
        Cancellation cancellation = by == null ? null : new Cancellation(reason, by, refused);
        Seen seen =
                new Seen().bought(purchase(kind, "a", 201, cancelled, returned)).order("a", status, cancellation);
        return invariant.violations(seen.now()).findFirst().orElse(null);
    }
}
