package dev.orderflow.order.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.order.application.ErasedException;
import dev.orderflow.order.application.Intake;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.application.Placing;
import dev.orderflow.order.gate.Admission;
import dev.orderflow.order.gate.StockGate;
import dev.orderflow.order.persistence.Offer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.KeyedCall;
import dev.orderflow.platform.idempotency.SharedCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * One order from the request to its answer: the key's answer, if there is one; the intake's leave; the stock gate's hold;
 * then one transaction of five statements: the key's answer so far, prices, order, answer, journal; three without a key.
 * Orders that come together share it. What is sold out costs no transaction and shares its three statements with whoever
 * asks at the same time.
 */
@Singleton
class Checkout {

    private final IdempotentCalls calls;
    private final SharedCalls<Placing, Offer> placing;
    private final StockGate gate;
    private final Intake intake;

    @Inject
    Checkout(IdempotentCalls calls, OrdersTogether orders, StockGate gate, Intake intake) {
        this.calls = calls;
        this.placing = calls.sharing(orders);
        this.gate = gate;
        this.intake = intake;
    }

    /**
     * @param call what scopes the key
     * @return fails with what the order is refused with
     */
    Uni<StoredAnswer> place(Customer customer, String call, IdempotencyKey key, OrderRequest body) {
        var id = EventIds.next();
        var hold = key == null ? id.toString() : key.nameFor(customer.id());
        var order = body.order(id, customer.id(), customer.email(), hold);
        var attempt = new Attempt(calls.call(key, customer.id(), call, body), order);
        return calls.find(attempt.call())
                .chain(known ->
                        known.map(answer -> Uni.createFrom().item(answer)).orElseGet(() -> admit(attempt)));
    }

    private record Attempt(KeyedCall call, NewOrder order) {}

    private Uni<StoredAnswer> admit(Attempt attempt) {
        IntakeProblems.requireOpen(intake);
        var order = attempt.order();
        return gate.hold(order.hold(), order.items()).chain(admission -> switch (admission) {
            case Admission.Admitted(var held) -> held ? placeHeld(attempt) : placeAdmitted(attempt);
            case Admission.SoldOut(var missing) -> refuse(attempt, OrderProblems.soldOut(missing));
        });
    }

    /** What no order came of gives its hold back, unless it is that of a twin, or it may be an order yet. */
    private Uni<StoredAnswer> placeHeld(Attempt attempt) {
        var hold = attempt.order().hold();
        return placeAdmitted(attempt)
                .call(answer -> answer.replayed()
                        ? gate.release(hold)
                        : Uni.createFrom().voidItem())
                .onFailure(Checkout::isOver)
                .call(() -> gate.release(hold));
    }

    private Uni<StoredAnswer> placeAdmitted(Attempt attempt) {
        return placing.run(attempt.call(), new Placing(attempt.order(), Cause.here()))
                .onFailure(ErasedException.class)
                .recoverWithUni(() -> refuse(attempt, CustomerProblems.isBeingErased()));
    }

    /** A twin that came in without a hold, or took the last piece, is not refused: its answer is this one's too. */
    private Uni<StoredAnswer> refuse(Attempt attempt, ProblemException refusal) {
        return calls.findSettled(attempt.call()).map(known -> known.orElseThrow(() -> refusal));
    }

    private static boolean isOver(Throwable failure) {
        return !hasTwin(failure) && !Faults.isOutcomeUnknown(failure);
    }

    private static boolean hasTwin(Throwable failure) {
        return failure instanceof ProblemException problem
                && (problem.is(Problems.REQUEST_IN_PROGRESS) || problem.is(Problems.IDEMPOTENCY_KEY_REUSED));
    }
}
