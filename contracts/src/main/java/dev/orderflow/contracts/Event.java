package dev.orderflow.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that happened and that others may know. Every event is an immutable record with an {@link EventType},
 * listed in {@link EventCatalog}; each topic's events share one sealed interface, so that a switch over them is
 * exhaustive. Not sealed itself, because sealed types of several packages would need a Java module.
 *
 * <p>In JSON, absent optional fields are left out and unknown fields are ignored, so that an event can grow.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public interface Event {

    /** The Kafka key: events with the same key are in one partition, in the order they happened. Not in the JSON. */
    @JsonIgnore
    String key();
}
