package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.trace.EventSpans;
import dev.orderflow.messaging.transaction.SharedTransactions;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import dev.orderflow.shipping.domain.Label;
import dev.orderflow.shipping.persistence.Followed;
import dev.orderflow.shipping.persistence.Shipments;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the carrier tells by itself. At least once and in any order; durable when the returned Uni ends. */
@Singleton
public final class CarrierWebhooks {

    private static final String COUNTER = "orderflow.shipping.webhooks";

    /** A parcel is on its way for days. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final WebhookSignature signature;
    private final EventCodec codec;
    private final Shipments shipments;
    private final Facts facts;
    private final MeterRegistry registry;
    private final SharedTransactions<Heard> transactions;

    @Inject
    CarrierWebhooks(
            WebhookSignature signature,
            EventCodec codec,
            UnitsOfWork units,
            Vertx vertx,
            Shipments shipments,
            Facts facts,
            MeterRegistry registry) {
        this.signature = signature;
        this.codec = codec;
        this.shipments = shipments;
        this.facts = facts;
        this.registry = registry;
        this.transactions = new SharedTransactions<>("carrier webhooks", units, vertx, GATHER, this::take);
    }

    /** Whether the carrier sent exactly these bytes, and lately if it tells when. */
    public boolean isGenuine(byte[] body, WebhookProof proof) {
        return signature.fits(body, proof, Instant.now());
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
        return transactions.run(new Heard(event.result(), Cause.here()));
    }

    private Uni<Set<Heard>> take(UnitOfWork work, List<Heard> heard) {
        var parcels = heard.stream()
                .map(Heard::parcel)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return shipments.lockByCarrierId(work.sql(), parcels).chain(locked -> apply(work, heard, locked));
    }

    private Uni<Set<Heard>> apply(UnitOfWork work, List<Heard> heard, List<Followed> locked) {
        var byParcel = byParcel(locked);
        var learned = heard.stream()
                .flatMap(each -> learned(work, each, byParcel.get(each.parcel())).stream())
                .toList();
        return facts.apply(work, locked.stream().map(Followed::shipment).toList(), learned)
                .replaceWith(Set.of());
    }

    private static Map<String, Followed> byParcel(List<Followed> shipments) {
        var byParcel = new HashMap<String, Followed>();
        for (var each : shipments) {
            Stream.of(each.shipment().outbound(), each.shipment().inbound())
                    .map(Label::carrierId)
                    .filter(Objects::nonNull)
                    .forEach(parcel -> byParcel.put(parcel, each));
        }
        return byParcel;
    }

    /** Nothing if told before the parcel's creation was recorded (the watch finds it then), or if it is not ours. */
    private Optional<Learned> learned(UnitOfWork work, Heard heard, Followed found) {
        work.afterCommit(() -> count(found == null ? "unknown" : "taken"));
        return Optional.ofNullable(found).map(ours -> {
            var shipment = ours.shipment();
            var label = shipment.labelOf(heard.parcel()).id();
            var about = new EventSpans.About(shipment.orderId().toString(), null, ours.traceparent());
            var cause = heard.cause().joining(work.spans(), "webhook tracker", about);
            return new Learned(shipment.orderId(), heard.tracker().facts(label, Instant.now()), cause);
        });
    }

    private void count(String what) {
        registry.counter(COUNTER, "outcome", what).increment();
    }

    /** @param cause the request that brought it */
    private record Heard(Tracker tracker, Cause cause) {

        String parcel() {
            return tracker.shipmentId();
        }
    }
}
