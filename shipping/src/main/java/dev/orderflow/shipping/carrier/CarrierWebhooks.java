package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.Shipments;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the carrier tells by itself. At least once and in any order; durable when the returned Uni ends. */
@Singleton
public final class CarrierWebhooks {

    private static final String COUNTER = "orderflow.shipping.webhooks";

    private final WebhookSignature signature;
    private final EventCodec codec;
    private final UnitsOfWork units;
    private final Shipments shipments;
    private final Facts facts;
    private final MeterRegistry registry;

    @Inject
    CarrierWebhooks(
            WebhookSignature signature,
            EventCodec codec,
            UnitsOfWork units,
            Shipments shipments,
            Facts facts,
            MeterRegistry registry) {
        this.signature = signature;
        this.codec = codec;
        this.units = units;
        this.shipments = shipments;
        this.facts = facts;
        this.registry = registry;
    }

    /** Whether the carrier sent exactly these bytes. */
    public boolean isGenuine(byte[] body, String header) {
        return signature.fits(body, header);
    }

    /**
     * What is about no parcel of ours is counted and left. Fails with {@link
     * dev.orderflow.messaging.event.UndecodableEventException} for a body that is no event.
     */
    public Uni<Void> take(byte[] body) {
        return Uni.createFrom()
                .item(() -> codec.read(new String(body, StandardCharsets.UTF_8), TrackerEvent.class))
                .chain(this::take);
    }

    private Uni<Void> take(TrackerEvent event) {
        if (!event.isAboutParcel()) {
            count("left");
            return Uni.createFrom().voidItem();
        }
        return units.run(work -> take(work, event.result()));
    }

    private Uni<Void> take(UnitOfWork work, Tracker tracker) {
        return shipments
                .lockByCarrierId(work.sql(), tracker.shipmentId())
                .chain(found ->
                        found.map(shipment -> apply(work, shipment, tracker)).orElseGet(this::unknown));
    }

    private Uni<Void> apply(UnitOfWork work, Shipment shipment, Tracker tracker) {
        count("taken");
        var label = shipment.labelOf(tracker.shipmentId()).id();
        var learned = new Learned(shipment.orderId(), tracker.facts(label, Instant.now()), Cause.here());
        return facts.apply(work, List.of(shipment), List.of(learned)).replaceWithVoid();
    }

    /** Told before its creation was recorded, or not ours: the watch finds it in the first case. */
    private Uni<Void> unknown() {
        count("unknown");
        return Uni.createFrom().voidItem();
    }

    private void count(String what) {
        registry.counter(COUNTER, "outcome", what).increment();
    }
}
