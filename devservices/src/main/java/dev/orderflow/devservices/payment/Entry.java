package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.orderflow.devservices.http.Response;

/** One fact in the provider's durable log. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.IntentStored.class, name = "intent"),
    @JsonSubTypes.Type(value = Entry.RefundStored.class, name = "refund"),
    @JsonSubTypes.Type(value = Entry.Answered.class, name = "answer"),
    @JsonSubTypes.Type(value = Entry.EventRaised.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.EventDelivered.class, name = "delivered")
})
sealed interface Entry {

    record IntentStored(Intent intent) implements Entry {}

    record RefundStored(Refund refund) implements Entry {}

    /** The answer that an idempotency key gets from now on. */
    record Answered(String key, String fingerprint, Response response, long at) implements Entry {}

    record EventRaised(String id, String body) implements Entry {}

    record EventDelivered(String id) implements Entry {}
}
