package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One fact in the carrier's durable log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.ShipmentStored.class, name = "shipment"),
    @JsonSubTypes.Type(value = Entry.EventRaised.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.EventDelivered.class, name = "delivered")
})
sealed interface Entry {

    record ShipmentStored(Shipment shipment) implements Entry {}

    record EventRaised(String id, String body) implements Entry {}

    record EventDelivered(String id) implements Entry {}
}
