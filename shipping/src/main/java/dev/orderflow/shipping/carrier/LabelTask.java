package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.shipping.domain.Call;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/**
 * A call about one label, whose answer is a list of facts. Facts stay true whoever learns them, so those of an attempt
 * that was overtaken are applied too: a label that it bought is known, and voided if nobody wants it any more.
 */
abstract class LabelTask<C extends Call> implements TaskHandler<C, List<Input>> {

    private final Shipments shipments;
    private final Facts facts;

    LabelTask(Shipments shipments, Facts facts) {
        this.shipments = shipments;
        this.facts = facts;
    }

    /** What it means that the carrier could not be asked until the deadline. */
    abstract List<Input> expiredFacts(C call);

    @Override
    public Uni<Void> record(UnitOfWork work, Task task, C call, List<Input> answer) {
        return apply(work, task, answer).replaceWithVoid();
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, C call) {
        return apply(work, task, expiredFacts(call)).replaceWithVoid();
    }

    @Override
    public Uni<Void> superseded(UnitOfWork work, Task task, C call, List<Input> answer) {
        return apply(work, task, answer).replaceWithVoid();
    }

    final Uni<Shipment> apply(UnitOfWork work, Task task, List<Input> learned) {
        return shipments
                .lock(work.sql(), orderOf(task))
                .map(found -> found.orElseThrow(() -> new IllegalStateException("no shipment of " + task.key())))
                .chain(locked -> facts.apply(work, locked, learned));
    }

    static UUID orderOf(Task task) {
        return UUID.fromString(task.key());
    }
}
