package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.shipping.domain.Decider;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.domain.Step.Applied;
import dev.orderflow.shipping.domain.Step.Ignored;
import dev.orderflow.shipping.persistence.Shipments;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets what the carrier told take effect on locked shipments. The carrier's facts may come late, twice and in any order:
 * the domain knows what is new. Counted and told is only what was committed: a batch that fails is tried again in halves.
 */
@Singleton
class Facts {

    private final Shipments shipments;
    private final Effects effects;
    private final MeterRegistry registry;

    @Inject
    Facts(Shipments shipments, Effects effects, MeterRegistry registry) {
        this.shipments = shipments;
        this.effects = effects;
        this.registry = registry;
    }

    /** Answers the shipments as they are now, by order; one statement for any number of them. */
    Uni<Map<UUID, Shipment>> apply(UnitOfWork work, List<Shipment> locked, List<Learned> learned) {
        var now = locked.stream().collect(Collectors.toMap(Shipment::orderId, Function.identity()));
        learned.forEach(each -> now.computeIfPresent(each.orderId(), (order, shipment) -> take(work, shipment, each)));
        var changed =
                locked.stream().filter(was -> now.get(was.orderId()) != was).map(was -> now.get(was.orderId()));
        return shipments.write(work.sql(), changed.toList()).replaceWith(now);
    }

    private Shipment take(UnitOfWork work, Shipment before, Learned learned) {
        var shipment = before;
        for (var fact : learned.facts()) {
            switch (Decider.decide(shipment, fact)) {
                case Applied step -> shipment = apply(work, shipment, fact, step, learned.cause());
                case Ignored ignored -> work.afterCommit(() -> count(ignored));
            }
        }
        return shipment;
    }

    private Shipment apply(UnitOfWork work, Shipment before, Input fact, Applied step, Cause cause) {
        work.append(effects.events(step), cause)
                .schedule(effects.tasks(step, Instant.now()), cause)
                .afterCommit(() -> Warnings.of(before, fact, step.next()));
        return step.next();
    }

    private void count(Ignored ignored) {
        registry.counter("orderflow.shipping.facts.ignored", "reason", ignored.reason())
                .increment();
    }
}
