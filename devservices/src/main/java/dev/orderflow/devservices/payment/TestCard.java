package dev.orderflow.devservices.payment;

import java.util.Optional;
import java.util.stream.Stream;

/** The payment methods that this provider accepts, and how each behaves. */
enum TestCard {
    VISA("tok_visa"),
    MASTERCARD("tok_mastercard"),
    DECLINED("tok_chargeDeclined"),
    INSUFFICIENT_FUNDS("tok_chargeDeclinedInsufficientFunds"),
    EXPIRED("tok_chargeDeclinedExpiredCard"),
    /** Its confirmation takes some seconds. */
    SLOW("tok_slow"),
    /** Its first two confirmations end in a server error. */
    FLAKY("tok_flaky"),
    /** Its refunds are accepted and fail a moment later. */
    REFUND_FAILS("tok_refundFail"),
    /** Its refunds succeed, and fail a moment later after all: the bank has sent the money back. */
    REFUND_BREAKS("tok_refundBreak"),
    /** Its refunds are accepted and succeed a moment later. */
    REFUND_PENDS("tok_pendingRefund"),
    /** Its refunds are refused at once, since the charge is disputed. */
    DISPUTED("tok_createDispute");

    private final String token;

    TestCard(String token) {
        this.token = token;
    }

    static Optional<TestCard> of(String token) {
        return Stream.of(values()).filter(card -> card.token.equals(token)).findFirst();
    }

    Optional<Decline> decline() {
        return switch (this) {
            case DECLINED -> Optional.of(Decline.GENERIC);
            case INSUFFICIENT_FUNDS -> Optional.of(Decline.INSUFFICIENT_FUNDS);
            case EXPIRED -> Optional.of(Decline.EXPIRED_CARD);
            case VISA, MASTERCARD, SLOW, FLAKY, REFUND_FAILS, REFUND_BREAKS, REFUND_PENDS, DISPUTED -> Optional.empty();
        };
    }
}
