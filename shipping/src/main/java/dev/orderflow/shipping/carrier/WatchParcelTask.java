package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Lane;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.shipping.domain.Call.WatchParcel;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.ShipmentReads;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Looks a parcel up from time to time until it has arrived, so that a lost webhook delays but never loses it. */
@Singleton
class WatchParcelTask extends LabelTask<WatchParcel> {

    static final String KIND = "watch-parcel";

    private final Carrier carrier;
    private final Effects effects;
    private final ShipmentReads reads;

    @Inject
    WatchParcelTask(Carrier carrier, Shipments shipments, Facts facts, Effects effects, ShipmentReads reads) {
        super(shipments, facts);
        this.carrier = carrier;
        this.effects = effects;
        this.reads = reads;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<WatchParcel> payload() {
        return WatchParcel.class;
    }

    /** Nobody's label waits for it. */
    @Override
    public Lane lane() {
        return Lane.LOOKS;
    }

    /** Nearly always the webhooks were faster, and the carrier need not be asked. */
    @Override
    public Uni<List<Input>> call(Task task, WatchParcel call) {
        return reads.find(orderOf(task))
                .chain(known -> known.filter(shipment -> shipment.isUnderWay(call.label()))
                                .isPresent()
                        ? look(call)
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<List<Input>> look(WatchParcel call) {
        return carrier.get(call.carrierId())
                .map(found -> found.map(shipment -> shipment.movements(call.label(), Instant.now()))
                        .orElse(List.of()));
    }

    /** Looks again later, and the later the longer it is under way. */
    @Override
    void follow(UnitOfWork work, Answered<WatchParcel, List<Input>> answered, Shipment now) {
        if (now.isUnderWay(answered.payload().label())) {
            var task = answered.task();
            var again = effects.lookAgain(now, answered.payload(), Instant.now(), task.deadline());
            work.schedule(List.of(again), answered.cause());
        }
    }

    @Override
    List<Input> expiredFacts(WatchParcel call) {
        return List.of();
    }
}
