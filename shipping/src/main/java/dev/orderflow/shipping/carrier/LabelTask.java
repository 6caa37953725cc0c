package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.shipping.domain.Call;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
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

    /** What is to be done once an answer has been applied. */
    void follow(UnitOfWork work, Answered<C, List<Input>> answered, Shipment now) {}

    @Override
    public final Uni<Void> record(UnitOfWork work, List<Answered<C, List<Input>>> answered) {
        var learned = answered.stream()
                .map(each -> new Learned(orderOf(each.task()), each.answer(), each.cause()))
                .toList();
        return apply(work, learned)
                .invoke(now -> answered.forEach(each -> follow(work, each, now.get(orderOf(each.task())))))
                .replaceWithVoid();
    }

    @Override
    public final Uni<Void> expired(UnitOfWork work, Task task, C call) {
        return learn(work, task, expiredFacts(call));
    }

    @Override
    public final Uni<Void> superseded(UnitOfWork work, Task task, C call, List<Input> answer) {
        return learn(work, task, answer);
    }

    private Uni<Void> learn(UnitOfWork work, Task task, List<Input> facts) {
        return apply(work, List.of(new Learned(orderOf(task), facts, Cause.here())))
                .replaceWithVoid();
    }

    private Uni<Map<UUID, Shipment>> apply(UnitOfWork work, List<Learned> learned) {
        var orders = learned.stream().map(Learned::orderId).distinct().toList();
        return shipments.lock(work.sql(), orders).chain(locked -> {
            if (locked.size() != orders.size()) {
                throw new IllegalStateException("no shipment of one of " + orders);
            }
            return facts.apply(work, locked, learned);
        });
    }

    static UUID orderOf(Task task) {
        return UUID.fromString(task.key());
    }
}
