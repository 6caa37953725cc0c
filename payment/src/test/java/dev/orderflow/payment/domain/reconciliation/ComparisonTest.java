package dev.orderflow.payment.domain.reconciliation;

import static dev.orderflow.payment.domain.reconciliation.Finding.AGREES;
import static dev.orderflow.payment.domain.reconciliation.Finding.CAPTURED_HERE_ONLY;
import static dev.orderflow.payment.domain.reconciliation.Finding.CAPTURED_THERE_ONLY;
import static dev.orderflow.payment.domain.reconciliation.Finding.IN_FLIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.payment.domain.PaymentStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {

    private static final UUID ORDER = UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23");
    private static final Instant SETTLED_BEFORE = Instant.parse("2026-03-02T09:25:30Z");

    /** What is said there, what is said here, and what is made of it. */
    @ParameterizedTest
    @CsvSource({
        "129.90 EUR, 0.00 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, AGREES",
        "0.00 EUR, 0.00 EUR, DECLINED, 0.00 EUR, 0.00 EUR, AGREES",
        "129.90 EUR, 129.90 EUR, REFUNDED, 129.90 EUR, 129.90 EUR, AGREES",
        "129.90 EUR, 0.00 EUR, DECLINED, 0.00 EUR, 0.00 EUR, CAPTURED_THERE_ONLY",
        "129.90 EUR, 0.00 EUR, VOIDED, 0.00 EUR, 0.00 EUR, CAPTURED_THERE_ONLY",
        "129.90 EUR, 0.00 EUR, AUTHORISING, 0.00 EUR, 0.00 EUR, CAPTURED_THERE_ONLY",
        "129.90 EUR, 10.00 EUR, DECLINED, 0.00 EUR, 0.00 EUR, CAPTURED_THERE_ONLY",
        "129.90 EUR, 129.90 EUR, DECLINED, 0.00 EUR, 0.00 EUR, AGREES",
        "0.00 EUR, 0.00 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, CAPTURED_HERE_ONLY",
        "1.00 EUR, 0.00 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, CAPTURE_DIFFERS",
        "129.90 USD, 0.00 USD, CAPTURED, 129.90 EUR, 0.00 EUR, CAPTURE_DIFFERS",
        "1.00 EUR, 1.00 EUR, REFUNDED, 129.90 EUR, 129.90 EUR, AGREES",
        "1.00 EUR, 1.00 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, CAPTURE_DIFFERS",
        "129.90 EUR, 129.90 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, REFUND_DIFFERS",
        "129.90 EUR, 10.00 EUR, CAPTURED, 129.90 EUR, 0.00 EUR, REFUND_DIFFERS",
        "129.90 EUR, 0.00 EUR, REFUNDED, 129.90 EUR, 129.90 EUR, REFUND_DIFFERS",
        "129.90 EUR, 0.00 EUR, REFUNDING, 129.90 EUR, 0.00 EUR, REFUND_MISSING",
        "129.90 EUR, 129.90 EUR, REFUNDING, 129.90 EUR, 0.00 EUR, AGREES",
        "129.90 EUR, 0.00 EUR, REFUND_FAILED, 129.90 EUR, 0.00 EUR, REFUND_MISSING",
        "129.90 EUR, 129.90 EUR, REFUND_FAILED, 129.90 EUR, 0.00 EUR, REFUND_DIFFERS"
    })
    void compares(
            String thereCaptured,
            String thereRefunded,
            PaymentStatus status,
            String captured,
            String refunded,
            Finding finding) {
        assertThat(Comparison.of(
                        booked(thereCaptured, thereRefunded), kept(status, captured, refunded), SETTLED_BEFORE))
                .isEqualTo(finding);
    }

    @Test
    void findsMoneyOfWhichPaymentKnowsNothingUntilItHasGoneBack() {
        assertThat(Comparison.of(booked("5.00 EUR", "0.00 EUR"), null, SETTLED_BEFORE))
                .isEqualTo(CAPTURED_THERE_ONLY);
        assertThat(Comparison.of(booked("5.00 EUR", "5.00 EUR"), null, SETTLED_BEFORE))
                .isEqualTo(AGREES);
    }

    @Test
    void findsMoneyOfWhichTheProviderKnowsNothing() {
        assertThat(Comparison.of(null, kept(PaymentStatus.CAPTURED, "5.00 EUR", "0.00 EUR"), SETTLED_BEFORE))
                .isEqualTo(CAPTURED_HERE_ONLY);
        assertThat(Comparison.of(null, kept(PaymentStatus.DECLINED, "0.00 EUR", "0.00 EUR"), SETTLED_BEFORE))
                .isEqualTo(AGREES);
    }

    @ParameterizedTest
    @EnumSource(value = PaymentStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void leavesWhatHasJustChangedForALaterRun(PaymentStatus status) {
        var fresh = new Kept(ORDER, "pi_1", status, money("0.00 EUR"), money("0.00 EUR"), SETTLED_BEFORE);

        assertThat(Comparison.of(booked("5.00 EUR", "0.00 EUR"), fresh, SETTLED_BEFORE))
                .isEqualTo(IN_FLIGHT);
    }

    private static Booked booked(String captured, String refunded) {
        return new Booked("pi_1", ORDER.toString(), money(captured), money(refunded));
    }

    private static Kept kept(PaymentStatus status, String captured, String refunded) {
        return new Kept(ORDER, "pi_1", status, money(captured), money(refunded), SETTLED_BEFORE.minusMillis(1));
    }

    private static Money money(String text) {
        var parts = text.split(" ");
        return Money.of(parts[0], parts[1]);
    }
}
