package dev.orderflow.shipping.carrier;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.shipping.domain.Call.BuyLabel;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Input.BookingExpired;
import dev.orderflow.shipping.domain.Input.LabelBought;
import dev.orderflow.shipping.domain.Input.LabelRefused;
import dev.orderflow.shipping.domain.Tracking;
import dev.orderflow.shipping.persistence.Shipments;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The second step: the label is paid for, once, however often it is asked for. */
@Singleton
class BuyLabelTask extends LabelTask<BuyLabel> {

    static final String KIND = "buy-label";

    private final Carrier carrier;

    @Inject
    BuyLabelTask(Carrier carrier, Shipments shipments, Facts facts) {
        super(shipments, facts);
        this.carrier = carrier;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Class<BuyLabel> payload() {
        return BuyLabel.class;
    }

    @Override
    public Uni<List<Input>> call(Task task, BuyLabel call) {
        return carrier.buy(call.carrierId(), call.rate())
                .map(bought -> facts(call.label(), bought, Instant.now()))
                .onFailure(CarrierRefused.class)
                .recoverWithItem(failure -> List.of(refused(call, (CarrierRefused) failure)));
    }

    private static LabelRefused refused(BuyLabel call, CarrierRefused failure) {
        return new LabelRefused(call.label(), call.carrierId(), failure.reason());
    }

    /** After a lost answer the parcel may be on its way already. */
    private static List<Input> facts(UUID label, CarrierShipment bought, Instant now) {
        var facts = new ArrayList<Input>();
        facts.add(new LabelBought(label, new Tracking(bought.carrier(), bought.trackingCode()), now));
        facts.addAll(bought.movements(label, now));
        return facts;
    }

    @Override
    List<Input> expiredFacts(BuyLabel call) {
        return List.of(new BookingExpired(call.label()));
    }
}
