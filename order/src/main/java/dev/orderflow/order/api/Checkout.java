package dev.orderflow.order.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.order.application.Intake;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.application.Placement;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.gate.Admission;
import dev.orderflow.order.gate.StockGate;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.IdempotencyKey;
import dev.orderflow.platform.idempotency.IdempotentCalls;
import dev.orderflow.platform.idempotency.StoredAnswer;
import dev.orderflow.platform.problem.ProblemException;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * One order from the request to its answer: the key's answer, if there is one; the intake's leave; the stock gate's hold;
 * then one transaction of five statements: the key's answer so far, prices, order, answer, journal; three without a key.
 * What is sold out costs no transaction and shares its three statements with whoever asks at the same time.
 */
@Singleton
class Checkout {

    private final IdempotentCalls calls;
    private final PlaceOrder placing;
    private final StockGate gate;
    private final Intake intake;

    @Inject
    Checkout(IdempotentCalls calls, PlaceOrder placing, StockGate gate, Intake intake) {
        this.calls = calls;
        this.placing = placing;
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
        return calls.find(key, customer.id(), call, body)
                .chain(known -> known.map(answer -> Uni.createFrom().item(answer))
                        .orElseGet(() -> placeHeld(new Attempt(call, key, order, body))));
    }

    private record Attempt(String call, IdempotencyKey key, NewOrder order, OrderRequest body) {}

    private Uni<StoredAnswer> placeHeld(Attempt attempt) {
        IntakeProblems.requireOpen(intake);
        var order = attempt.order();
        return gate.hold(order.hold(), order.items()).chain(admission -> switch (admission) {
            case Admission.Admitted() -> placeAdmitted(attempt);
            case Admission.SoldOut(var missing) -> refuse(attempt, OrderProblems.soldOut(missing));
        });
    }

    /** What no order came of gives its hold back, unless it is that of a twin. */
    private Uni<StoredAnswer> placeAdmitted(Attempt attempt) {
        var order = attempt.order();
        return calls.run(
                        attempt.key(),
                        order.customerId(),
                        attempt.call(),
                        attempt.body(),
                        work -> placing.place(work, order).map(Checkout::answer))
                .call(answer -> answer.replayed()
                        ? gate.release(order.hold())
                        : Uni.createFrom().voidItem())
                .onFailure(Checkout::hasNoTwin)
                .call(() -> gate.release(order.hold()));
    }

    /** A twin that came in without a hold, or took the last piece, is not sold out: its answer is this one's too. */
    private Uni<StoredAnswer> refuse(Attempt attempt, ProblemException soldOut) {
        return calls.findSettled(attempt.key(), attempt.order().customerId(), attempt.call(), attempt.body())
                .map(known -> known.orElseThrow(() -> soldOut));
    }

    private static boolean hasNoTwin(Throwable failure) {
        return !(failure instanceof ProblemException problem
                && (problem.is(Problems.REQUEST_IN_PROGRESS) || problem.is(Problems.IDEMPOTENCY_KEY_REUSED)));
    }

    /** A refusal has to be thrown, so that its transaction ends with nothing. */
    private static Answer answer(Placement placement) {
        return switch (placement) {
            case Placement.Placed(var order) -> created(order);
            case Placement.NotPriced(var quote) -> throw OrderProblems.notPriced(quote);
            case Placement.Erased() -> throw CustomerProblems.isBeingErased();
        };
    }

    private static Answer created(Order order) {
        return Answer.created(OrderLinks.self(order.id()), OrderView.of(order)).etag(ETags.of(order.version()));
    }
}
