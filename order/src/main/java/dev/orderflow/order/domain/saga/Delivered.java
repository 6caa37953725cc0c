package dev.orderflow.order.domain.saga;

import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.DeadlinePassed;
import dev.orderflow.order.domain.OrderInput.PaymentAnswered;
import dev.orderflow.order.domain.OrderInput.ShippingAnswered;
import dev.orderflow.order.domain.OrderInput.StockAnswered;
import dev.orderflow.order.domain.Verdict;

/** Done, unless the customer sends it back; without an address, which was erased then, nobody can fetch the parcel. */
final class Delivered {

    private Delivered() {}

    static Verdict decide(Step step, OrderInput input) {
        return switch (input) {
            case AcceptReturn accept when step.order().recipient().address() != null -> returning(step, accept);
            case Command command -> step.refused(command);
            case StockAnswered _, PaymentAnswered _, ShippingAnswered _, DeadlinePassed _ -> step.unexpected(input);
        };
    }

    /** An operator may have said of a return before that the order is delivered after all: who answered it counts on. */
    private static Verdict returning(Step step, AcceptReturn accept) {
        int round = step.order().progress().returnRound() + 1;
        return step.emit(Announce.returnAccepted(step.order(), accept.reason(), round))
                .applied();
    }
}
