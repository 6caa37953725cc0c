package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.OrderScoped;
import java.util.List;
import java.util.Locale;

/** What became of an event. */
public sealed interface Outcome {

    /**
     * It took effect.
     *
     * @param next the reservation as it is now
     * @param stocks the stocks that changed, one entry per sku; may be empty
     * @param event what happened, an answer or for the journal only; it made the reservation's version
     */
    record Applied(Reservation next, List<Stock> stocks, OrderScoped event) implements Outcome {

        public Applied {
            stocks = List.copyOf(stocks);
        }
    }

    /** It changes nothing. */
    record Ignored(Reason reason) implements Outcome {}

    /** Why an event changes nothing. */
    enum Reason {
        /** A second OrderPlaced of an order. */
        ALREADY_DECIDED,
        /** The order was over before it was placed. */
        ALREADY_CLOSED,
        /** This round of the request was answered before. */
        ALREADY_ANSWERED,
        /** What the order had reserved left before. */
        ALREADY_CONSUMED,
        /** The order holds nothing that could be moved. */
        NOTHING_RESERVED,
        /** The order waits for others only. */
        STOCK_NOT_DUE,
        /** A step of the saga that stock has no part in. */
        NOT_FOR_INVENTORY;

        /** For metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
