package dev.orderflow.order.domain.saga;

import dev.orderflow.order.domain.OrderInput.AcceptReturn;
import dev.orderflow.order.domain.OrderInput.Cancel;
import dev.orderflow.order.domain.OrderInput.ChangeAddress;
import dev.orderflow.order.domain.OrderInput.Command;
import dev.orderflow.order.domain.OrderInput.Resolve;
import dev.orderflow.order.domain.OrderInput.Retry;
import dev.orderflow.order.domain.Verdict.Refusal;

/** What a person is told whose command is not allowed now. */
final class Refusals {

    private Refusals() {}

    static Refusal of(Command command) {
        return switch (command) {
            case Cancel _ -> Refusal.NOT_CANCELLABLE;
            case ChangeAddress _ -> Refusal.NOT_CHANGEABLE;
            case AcceptReturn _ -> Refusal.NOT_RETURNABLE;
            case Retry _ -> Refusal.NOT_RETRYABLE;
            case Resolve _ -> Refusal.NOT_RESOLVABLE;
        };
    }
}
