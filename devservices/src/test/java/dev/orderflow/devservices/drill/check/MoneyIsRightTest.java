package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.load.Kind;
import dev.orderflow.devservices.drill.load.Purchase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyIsRightTest {

    private final Invariant invariant = new MoneyIsRight();

    @ParameterizedTest
    @CsvSource({"DELIVERED,20.00,0.00", "RETURNED,20.00,20.00", "CANCELLED,20.00,20.00"})
    void isContentWithOneCaptureAndWhatHadToComeBack(String status, String captured, String refunded) {
        assertThat(invariant.violations(new Seen()
                        .order("a", status)
                        .paid("a", captured, refunded)
                        .now()))
                .isEmpty();
    }

    @Test
    void isContentWithACancelledOrderThatWasNeverPaid() {
        assertThat(invariant.violations(new Seen().order("a", "CANCELLED").now()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DELIVERED, 19.00, 0.00",
        "DELIVERED, 20.00, 20.00",
        "RETURNED,  20.00, 0.00",
        "RETURNED,  20.00, 19.99",
        "CANCELLED, 20.00, 0.00",
        "CANCELLED, 20.00, 10.00",
        "CANCELLED, 10.00, 10.00"
    })
    void findsMoneyThatIsNotWhereItBelongs(String status, String captured, String refunded) {
        assertThat(invariant.violations(new Seen()
                        .order("a", status)
                        .paid("a", captured, refunded)
                        .now()))
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.subject()).isEqualTo("a");
                    assertThat(violation.expected()).contains("20.00");
                    assertThat(violation.seen()).isEqualTo("[" + captured + " captured, " + refunded + " back]");
                });
    }

    @Test
    void findsADeliveryThatNobodyPaid() {
        assertThat(invariant.violations(new Seen().order("a", "DELIVERED").now()))
                .hasSize(1);
    }

    @Test
    void findsASecondCaptureEvenIfItCameBack() {
        Seen seen =
                new Seen().order("a", "CANCELLED").paid("a", "20.00", "20.00").paid("a", "20.00", "20.00");

        assertThat(invariant.violations(seen.now())).hasSize(1);
    }

    /** Nobody lost money, but a lost answer has made the provider do something twice. */
    @Test
    void findsASecondPaymentThatTookNoMoney() {
        Seen seen =
                new Seen().order("a", "DELIVERED").paid("a", "20.00", "0.00").paid("a", "0", "0");

        assertThat(invariant.violations(seen.now())).hasSize(1);
    }

    @Test
    void findsMoneyForNoOrder() {
        assertThat(invariant.violations(new Seen().paid("x", "20.00", "20.00").now()))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"DISPUTES, RETURNED", "UNDELIVERABLE_WITHOUT_REFUND, CANCELLED"})
    void letsMoneyStayOnlyWhereAnOperatorHasClosedAnOrderWhoseRefundIsRefused(Kind kind, String status) {
        assertThat(violations(Seen.resolved(kind, "a", 200), status, "20.00", "0.00"))
                .isEmpty();
        assertThat(violations(Seen.resolved(kind, "a", 200), status, "20.00", "20.00"))
                .hasSize(1);
        assertThat(violations(Seen.resolved(kind, "a", 409), status, "20.00", "0.00"))
                .hasSize(1);
        assertThat(violations(Seen.resolved(Kind.RETURNS, "a", 200), status, "20.00", "0.00"))
                .hasSize(1);
    }

    private Stream<Violation> violations(Purchase purchase, String status, String captured, String refunded) {
        return invariant.violations(new Seen()
                .bought(purchase)
                .order("a", status)
                .paid("a", captured, refunded)
                .now());
    }
}
