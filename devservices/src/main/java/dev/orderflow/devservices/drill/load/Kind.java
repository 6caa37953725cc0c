package dev.orderflow.devservices.drill.load;

/** What kind of customer it is, and how many of a hundred are like that. */
public enum Kind {
    PAYS(36, "tok_visa"),
    DECLINED(8, "tok_chargeDeclined"),
    WITHOUT_FUNDS(6, "tok_chargeDeclinedInsufficientFunds"),
    FLAKY_CARD(8, "tok_flaky"),
    SLOW_CARD(6, "tok_slow"),
    UNDELIVERABLE(8, "tok_visa"),
    /** Wants what there is little of. */
    WANTS_WHAT_IS_SCARCE(8, "tok_visa"),
    CANCELS(12, "tok_visa"),
    RETURNS(8, "tok_visa");

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
