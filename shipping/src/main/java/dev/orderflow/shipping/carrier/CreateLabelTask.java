package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.shipping.domain.Call.CreateLabel;
import dev.orderflow.shipping.domain.Destination;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.LabelCreated;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Shipment;
import dev.orderflow.shipping.persistence.ShipmentReads;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The first step: the carrier learns of the shipment, under our id, before anything is paid. */
@Singleton
class CreateLabelTask extends LabelTask<CreateLabel> {

    static final String KIND = "create-label";

    /** Shorter than any restore, and longer than events wait: looking up is a call more. */
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final Carrier carrier;
    private final ShipmentReads reads;

    @Inject
    CreateLabelTask(Carrier carrier, Shipments shipments, Facts facts, ShipmentReads reads) {
        super(shipments, facts);
        this.carrier = carrier;
        this.reads = reads;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<CreateLabel> payload() {
        return CreateLabel.class;
    }

    @Override
    public Uni<List<Input>> call(Task task, CreateLabel call) {
        return mayExist(task, call)
                ? carrierIdOf(task, call)
                        .chain(known -> known.map(id -> known(call, id))
                                .orElseGet(() -> unlessRefused(call, foundOrCreated(task, call))))
                : unlessRefused(call, create(task, call));
    }

    /**
     * An earlier try may have left it at the carrier, or a life before this database was restored: a label is named by what
     * asked for it, so its id tells how long ago that was.
     */
    private static boolean mayExist(Task task, CreateLabel call) {
        return call.mayExist() || task.attempt() > 1 || isLongAgo(call.label());
    }

    private static boolean isLongAgo(UUID label) {
        return EventIds.madeAt(label).isBefore(Instant.now().minus(LONG_AGO));
    }

    private Uni<Optional<String>> carrierIdOf(Task task, CreateLabel call) {
        return reads.find(orderOf(task)).map(found -> found.flatMap(shipment -> shipment.carrierIdOf(call.label())));
    }

    /** It may be paid already, so none of its twins under this reference takes its place. */
    private Uni<List<Input>> known(CreateLabel call, String carrierId) {
        return carrier.get(carrierId)
                .map(found -> found.map(shipment -> facts(call, carrierId, shipment))
                        .orElseGet(() -> refused(call, carrierId, "unknown-to-carrier")));
    }

    private Uni<List<Input>> foundOrCreated(Task task, CreateLabel call) {
        return carrier.find(call.label())
                .chain(found -> found.map(shipment -> Uni.createFrom().item(facts(call, null, shipment)))
                        .orElseGet(() -> create(task, call)));
    }

    private static Uni<List<Input>> unlessRefused(CreateLabel call, Uni<List<Input>> facts) {
        return facts.onFailure(CarrierRefused.class)
                .recoverWithItem(failure -> refused(call, null, ((CarrierRefused) failure).reason()));
    }

    /** The address is read from the row and never copied into a task, so that it is in one place to be erased from. */
    private Uni<List<Input>> create(Task task, CreateLabel call) {
        return reads.find(orderOf(task))
                .map(found -> found.map(Shipment::destination))
                .chain(to -> to.map(destination -> create(call, destination))
                        .orElseGet(() -> Uni.createFrom().item(refused(call, null, "address-unknown"))));
    }

    private Uni<List<Input>> create(CreateLabel call, Destination destination) {
        return carrier.create(call.label(), call.isReturn(), destination).map(created -> facts(call, null, created));
    }

    /** @param known the carrier's id if it was known before */
    private static List<Input> facts(CreateLabel call, String known, CarrierShipment created) {
        return created.cheapest()
                .map(rate -> List.<Input>of(new LabelCreated(call.label(), created.id(), rate.id())))
                .orElseGet(() -> refused(call, known, "no-carrier-goes-there"));
    }

    private static List<Input> refused(CreateLabel call, String carrierId, String reason) {
        return List.of(new LabelRefused(call.label(), carrierId, reason));
    }

    @Override
    List<Input> expiredFacts(CreateLabel call) {
        return List.of(new BookingExpired(call.label()));
    }
}
