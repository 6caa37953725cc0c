package dev.orderflow.systemtests;

import dev.orderflow.systemtests.openapi.Refusal;
import java.util.List;

/**
 * What the services refuse by their own decisions, about things that there are and that nothing happens to any more. Left out is
 * what changes something although it is refused, and says so (a dead letter that fails again is recorded as having failed), and
 * what needs something under way (the erasure of a customer with an open order).
 */
final class ApiRefusals {

    private final OrderRefusals orders;
    private final OtherRefusals others;

    /** Makes the things; what follows from that goes on for a while. */
    ApiRefusals(TestSystem system, ApiWorld world) {
        var refusing = new Refusing(system, world);
        this.orders = new OrderRefusals(system, world, refusing);
        this.others = new OtherRefusals(system, world, refusing);
    }

    List<List<Refusal>> batches() {
        return List.of(
                orders.placing(),
                orders.changing(),
                orders.ofStrangers(),
                others.stock(),
                others.notifications(),
                others.administration(),
                others.credentials());
    }
}
