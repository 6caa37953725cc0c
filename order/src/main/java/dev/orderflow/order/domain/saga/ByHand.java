package dev.orderflow.order.domain.saga;

import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.Verdict;

/** An operator closes a stuck saga; from then on every answer is late. */
final class ByHand {

    private ByHand() {}

    static Verdict resolve(Step step, Resolve resolve) {
        if (!step.order().progress().stuck()) {
            return step.refused(resolve);
        }
        var order = step.order();
        var closing = switch (resolve.outcome()) {
            case CANCELLED -> Announce.closedByHand(order, resolve.reason());
            case DELIVERED -> Announce.deliveredByHand(order, step.now(), resolve.reason());
            case RETURNED -> Announce.returnClosedByHand(order, resolve.reason());
        };
        return step.emit(closing).applied();
    }
}
