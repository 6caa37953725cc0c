package dev.orderflow.order.messaging;

import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import dev.orderflow.order.domain.AddressChanged;
import dev.orderflow.order.domain.AnswerRecorded;
import dev.orderflow.order.domain.ParcelTracked;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The events that stay in order's journal. */
@Singleton
final class InternalEventTypes implements EventTypeSource {

    private static final String PREFIX = "orderflow.order.internal.";

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(
                new EventType<>(
                        PREFIX + "address-changed",
                        1,
                        null,
                        AddressChanged.class,
                        Set.of("shippingAddress"),
                        List.of()),
                EventType.of(PREFIX + "parcel-tracked", null, ParcelTracked.class),
                EventType.of(PREFIX + "answer-recorded", null, AnswerRecorded.class));
    }
}
