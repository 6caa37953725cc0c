package dev.orderflow.order.gate;

import java.util.List;

/** What the gate says of an order. */
public sealed interface Admission {

    /**
     * There is enough of everything, or the gate does not know better.
     *
     * @param held whether this call made the hold, and has to give it back if no order comes of it: one that was there
     *     already is a twin's
     */
    record Admitted(boolean held) implements Admission {}

    /** @param missing what there is too little of, by sku */
    record SoldOut(List<Missing> missing) implements Admission {

        public SoldOut {
            missing = List.copyOf(missing);
        }
    }

    /** @param left pieces that could still be ordered */
    record Missing(String sku, long left) {}
}
