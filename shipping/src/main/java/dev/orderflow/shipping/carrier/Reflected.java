package dev.orderflow.shipping.carrier;

import dev.orderflow.shipping.domain.Call;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What Jackson reads and writes here, for native images. */
@RegisterForReflection(
        targets = {
            Call.CreateLabel.class,
            Call.BuyLabel.class,
            Call.VoidLabel.class,
            Call.WatchParcel.class,
            ShipmentRequest.class,
            ShipmentRequest.Shipment.class,
            ShipmentRequest.Place.class,
            ShipmentRequest.Parcel.class,
            BuyRequest.class,
            BuyRequest.Rate.class,
            CarrierShipment.class,
            CarrierShipment.Rate.class,
            CarrierApi.Found.class,
            CarrierRefused.Body.class,
            CarrierRefused.Body.Error.class,
            Tracker.class,
            Tracker.Detail.class,
            TrackerEvent.class
        })
final class Reflected {

    private Reflected() {}
}
