package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.shipping.domain.Call.VoidLabel;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Input.LabelVoided;
import dev.orderflow.shipping.domain.Input.VoidingExpired;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes a label back, unless the carrier has the parcel; looks before it asks, since an earlier try may have done it. */
@Singleton
class VoidLabelTask extends LabelTask<VoidLabel> {

    static final String KIND = "void-label";

    private final Carrier carrier;

    @Inject
    VoidLabelTask(Carrier carrier, Shipments shipments, Facts facts) {
        super(shipments, facts);
        this.carrier = carrier;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<VoidLabel> payload() {
        return VoidLabel.class;
    }

    @Override
    public Uni<List<Input>> call(Task task, VoidLabel call) {
        return look(call)
                .chain(found -> decided(call, found)
                        .map(facts -> Uni.createFrom().item(facts))
                        .orElseGet(() -> refund(call, found.orElseThrow().id())));
    }

    private Uni<Optional<CarrierShipment>> look(VoidLabel call) {
        return call.carrierId() == null ? carrier.find(call.label()) : carrier.get(call.carrierId());
    }

    /** Empty while the label is valid and the parcel has not left. */
    private static Optional<List<Input>> decided(VoidLabel call, Optional<CarrierShipment> found) {
        if (found.isEmpty() || found.get().isVoid()) {
            return Optional.of(List.of(new LabelVoided(call.label())));
        }
        return Optional.of(found.get().movements(call.label(), Instant.now())).filter(facts -> !facts.isEmpty());
    }

    /** A refusal is no proof of anything: what counts is what the shipment says after it. */
    private Uni<List<Input>> refund(VoidLabel call, String carrierId) {
        return carrier.refund(carrierId)
                .map(Optional::of)
                .onFailure(CarrierRefused.class)
                .recoverWithUni(() -> carrier.get(carrierId))
                .map(after -> decided(call, after)
                        .orElseThrow(() -> new IllegalStateException("neither voided nor on its way")));
    }

    @Override
    List<Input> expiredFacts(VoidLabel call) {
        return List.of(new VoidingExpired(call.label()));
    }
}
