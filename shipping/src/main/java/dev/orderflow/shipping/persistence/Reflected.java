package dev.orderflow.shipping.persistence;

import dev.orderflow.shipping.domain.Destination;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads and writes here, for native images. */
@RegisterForReflection(targets = {ShipmentRow.class, Destination.class})
final class Reflected {

    private Reflected() {}
}
