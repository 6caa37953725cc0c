package dev.orderflow.shipping.carrier;

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

/**
 * Lets what the carrier told take effect on a locked shipment. The carrier's facts may come late, twice and in any order:
 * the domain knows what is new.
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

    /** Answers the shipment as it is now. */
    Uni<Shipment> apply(UnitOfWork work, Shipment locked, List<Input> facts) {
        var now = Instant.now();
        var shipment = locked;
        for (var fact : facts) {
            switch (Decider.decide(shipment, fact)) {
                case Applied step -> {
                    work.append(effects.events(step)).schedule(effects.tasks(step, now));
                    shipment = step.next();
                }
                case Ignored ignored -> count(ignored);
            }
        }
        var changed = shipment == locked ? List.<Shipment>of() : List.of(shipment);
        return shipments.write(work.sql(), changed).replaceWith(shipment);
    }

    private void count(Ignored ignored) {
        registry.counter("orderflow.shipping.facts.ignored", "reason", ignored.reason())
                .increment();
    }
}
