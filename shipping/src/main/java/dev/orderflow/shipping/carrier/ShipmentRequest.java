package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.shipping.domain.Destination;
import java.util.Optional;

/** The body of {@code POST /v2/shipments}. */
record ShipmentRequest(@JsonProperty("shipment") Shipment shipment) {

    /**
     * @param reference our own id, by which the shipment can be found again
     * @param isReturn the carrier swaps the addresses of a return by itself
     */
    record Shipment(
            @JsonProperty("reference") String reference,
            @JsonProperty("is_return") boolean isReturn,
            @JsonProperty("to_address") Place to,
            @JsonProperty("from_address") Place from,
            @JsonProperty("parcel") Parcel parcel) {}

    @JsonInclude(Include.NON_NULL)
    record Place(
            @JsonProperty("name") String name,
            @JsonProperty("street1") String street1,
            @JsonProperty("street2") String street2,
            @JsonProperty("city") String city,
            @JsonProperty("state") String state,
            @JsonProperty("zip") String zip,
            @JsonProperty("country") String country,
            @JsonProperty("phone") String phone,
            @JsonProperty("email") String email) {

        static Place of(Destination destination) {
            var address = destination.address();
            var contact = Optional.ofNullable(destination.contact());
            return new Place(
                    address.recipient(),
                    address.line1(),
                    address.line2(),
                    address.city(),
                    address.region(),
                    address.postalCode(),
                    address.country(),
                    contact.map(Contact::phone).orElse(null),
                    contact.map(Contact::email).orElse(null));
        }

        static Place of(CarrierConfig.Warehouse from) {
            return new Place(
                    from.name(), from.street(), null, from.city(), null, from.postalCode(), from.country(), null, null);
        }

        /** Tells nothing, so that an address never reaches a log by accident. */
        @Override
        public String toString() {
            return "Place[personal]";
        }
    }

    record Parcel(@JsonProperty("weight") int weight) {}
}
