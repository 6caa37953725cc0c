package dev.orderflow.messaging.event;

import java.util.Collection;

/** A bean that names event types; {@link EventTypes} gathers all such beans of the application. */
public interface EventTypeSource {

    Collection<EventType<?>> eventTypes();
}
