package dev.orderflow.loyalty.domain;

/** What an order's event does to its customer's points. */
public sealed interface Outcome {

    /** @param points more than zero if they come, less if they go */
    record Moved(Kind kind, long points) implements Outcome {}

    record Ignored(Reason reason) implements Outcome {}

    /** Why points stay as they are. */
    enum Reason {
        /** The order has its points already: it was declared delivered by hand after it had been. */
        EARNED_BEFORE("earned-before"),
        /** Too little was paid, or in a currency that earns nothing. */
        EARNS_NOTHING("earns-nothing"),
        /** There is nothing to take back: it was never delivered, or it is gone already. */
        NOTHING_HELD("nothing-held"),
        /** The customer was erased after the order was placed. */
        ERASED("erased"),
        /** This step of an order moves no points. */
        NOT_FOR_LOYALTY("not-for-loyalty");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        /** For metrics. */
        public String label() {
            return label;
        }
    }
}
