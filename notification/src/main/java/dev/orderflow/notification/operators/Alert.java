package dev.orderflow.notification.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.orderflow.contracts.order.OrderStuck;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What operators are told: one of the two. Holds nothing personal: no customer, no key, no words of an error; those are
 * looked up by who may. All that somebody else wrote in it is the type that a record names, cut short.
 *
 * @param id stays the same, however often it is sent
 * @param order that is stuck; else null
 * @param letters that a service could not handle; else null
 */
@RegisterForReflection
@JsonInclude(Include.NON_NULL)
public record Alert(UUID id, Instant at, StuckOrder order, FailedEvents letters) {

    /** @param waitingFor whose answers are missing; may be empty */
    @RegisterForReflection
    public record StuckOrder(UUID orderId, String state, List<String> waitingFor, Instant since) {}

    /**
     * @param count of all of them
     * @param groups the largest ones
     */
    @RegisterForReflection
    public record FailedEvents(String service, long count, List<Group> groups) {}

    /**
     * Letters that failed alike.
     *
     * @param type null if the record named none
     * @param errorType the class of the failure
     * @param letters the first of them
     */
    @RegisterForReflection
    @JsonInclude(Include.NON_NULL)
    public record Group(String topic, String type, String errorType, long count, List<UUID> letters) {}

    /** @param event that says so */
    public static Alert of(UUID event, OrderStuck stuck, Instant now) {
        var order = new StuckOrder(stuck.orderId(), stuck.state(), stuck.waitingFor(), stuck.since());
        return new Alert(event, now, order, null);
    }

    static Alert of(UUID id, FailedEvents letters, Instant now) {
        return new Alert(id, now, null, letters);
    }

    /** What a webhook calls it. */
    public String type() {
        return order != null ? "order.stuck" : "dead-letters.found";
    }

    /** What its tasks stand under. */
    String key() {
        return order != null ? order.orderId().toString() : letters.service();
    }
}
