package dev.orderflow.shipping.carrier;

import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.domain.Status;
import org.jboss.logging.Logger;

/** What operators have to look at, by the order's id. */
final class Warnings {

    private static final Logger LOG = Logger.getLogger(Warnings.class);

    private Warnings() {}

    /** Told once for each wait that was in vain. */
    static void of(Shipment before, Input fact, Shipment after) {
        if (!before.stalled() && after.stalled()) {
            LOG.warnf(
                    "order %s: the carrier has not answered in time (%s), the shipment is %s",
                    after.orderId(), fact.getClass().getSimpleName(), after.status());
        }
        if (isOver(before) && (fact instanceof Input.ParcelMoved || fact instanceof Input.ParcelArrived)) {
            LOG.warnf("order %s is %s, but its parcel has left", after.orderId(), after.status());
        }
    }

    private static boolean isOver(Shipment shipment) {
        return shipment.status() == Status.CANCELLED || shipment.status() == Status.REJECTED;
    }
}
