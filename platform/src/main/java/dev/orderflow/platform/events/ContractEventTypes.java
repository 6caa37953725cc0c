package dev.orderflow.platform.events;

import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tells messaging, which knows no contract, every event of the contracts, which know no messaging. */
@Singleton
final class ContractEventTypes implements EventTypeSource {

    @Override
    public Collection<EventType<?>> eventTypes() {
        return EventCatalog.all().stream()
                .<EventType<?>>map(ContractEventTypes::eventType)
                .toList();
    }

    private static EventType<?> eventType(EventDescriptor event) {
        List<UnaryOperator<Map<String, Object>>> upcasters = event.upcasters().stream()
                .<UnaryOperator<Map<String, Object>>>map(upcaster -> upcaster::apply)
                .toList();
        return new EventType<>(
                event.type(),
                event.version(),
                event.topic().topicName(),
                event.eventClass(),
                event.personalFields(),
                upcasters);
    }
}
