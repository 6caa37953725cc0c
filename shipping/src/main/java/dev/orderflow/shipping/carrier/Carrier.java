package dev.orderflow.shipping.carrier;

import dev.orderflow.shipping.domain.Destination;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The carrier's shipments by our own ids. Every call ends by the client's time-outs. */
@Singleton
class Carrier {

    private final CarrierApi api;
    private final CarrierGuard guard;
    private final CarrierConfig config;

    @Inject
    Carrier(@RestClient CarrierApi api, CarrierGuard guard, CarrierConfig config) {
        this.api = api;
        this.guard = guard;
        this.config = config;
    }

    /** Costs nothing until it is bought. */
    Uni<CarrierShipment> create(UUID label, boolean isReturn, Destination destination) {
        var request = new ShipmentRequest(new ShipmentRequest.Shipment(
                label.toString(),
                isReturn,
                ShipmentRequest.Place.of(destination),
                ShipmentRequest.Place.of(config.warehouse()),
                new ShipmentRequest.Parcel(config.parcel().weight())));
        return guard.act(() -> api.create(request));
    }

    /** A create that was repeated without knowing of the first leaves two; at most one of them is bought. */
    Uni<Optional<CarrierShipment>> find(UUID label) {
        return guard.ask(() -> api.byReference(label.toString()))
                .map(found -> found.shipments().stream()
                        .filter(shipment -> label.toString().equals(shipment.reference()))
                        .max(Comparator.comparing(CarrierShipment::isBought)));
    }

    /** Empty when the carrier knows no such shipment. */
    Uni<Optional<CarrierShipment>> get(String carrierId) {
        return guard.ask(() -> api.get(carrierId))
                .map(Optional::of)
                .onFailure(Carrier::isUnknown)
                .recoverWithItem(Optional.empty());
    }

    /** Buying what is bought answers with what was bought: at most one label per shipment. */
    Uni<CarrierShipment> buy(String carrierId, String rate) {
        return guard.act(() -> api.buy(carrierId, BuyRequest.of(rate)))
                .onFailure(Carrier::isBoughtBefore)
                .recoverWithUni(() -> guard.ask(() -> api.get(carrierId)));
    }

    Uni<CarrierShipment> refund(String carrierId) {
        return guard.act(() -> api.refund(carrierId));
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof CarrierRefused refused && refused.isUnknown();
    }

    private static boolean isBoughtBefore(Throwable failure) {
        return failure instanceof CarrierRefused refused && refused.isBoughtBefore();
    }
}
