package dev.orderflow.devservices.drill.load;

/** What kind of customer it is, and how many of a hundred are like that. */
public enum Kind {
    PAYS(28, "tok_visa"),
    DECLINED(8, "tok_chargeDeclined"),
    WITHOUT_FUNDS(6, "tok_chargeDeclinedInsufficientFunds"),
    FLAKY_CARD(8, "tok_flaky"),
    SLOW_CARD(6, "tok_slow"),
    UNDELIVERABLE(8, "tok_visa"),
    /** Wants what there is little of. */
    WANTS_WHAT_IS_SCARCE(8, "tok_visa"),
    CANCELS(12, "tok_visa"),
    RETURNS(8, "tok_visa"),
    /** Sends the parcel back, and has the money from the card's bank already: the provider refuses to pay it back again. */
    DISPUTES(3, "tok_createDispute"),
    /** Can't be delivered to, and the provider takes each refund and fails to make it. */
    UNDELIVERABLE_WITHOUT_REFUND(2, "tok_refundFail"),
    /** Orders once, and wants to be forgotten when the parcel is there. */
    LEAVES(3, "tok_visa");

    private final int percent;
    private final String card;

    Kind(int percent, String card) {
        this.percent = percent;
        this.card = card;
    }

    public String card() {
        return card;
    }

    public boolean isDeclined() {
        return this == DECLINED || this == WITHOUT_FUNDS;
    }

    /** Whether there is no such place. */
    boolean isNowhere() {
        return this == UNDELIVERABLE || this == UNDELIVERABLE_WITHOUT_REFUND;
    }

    /** Whether the parcel goes back. */
    boolean givesBack() {
        return this == RETURNS || this == DISPUTES;
    }

    /** Whether no refund ever succeeds, so that an operator has to decide. */
    public boolean isNeverRefunded() {
        return this == DISPUTES || this == UNDELIVERABLE_WITHOUT_REFUND;
    }

    /** @param drawn from 0 to 99 */
    static Kind of(int drawn) {
        int left = drawn;
        for (Kind kind : values()) {
            left -= kind.percent;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind for " + drawn);
    }
}
