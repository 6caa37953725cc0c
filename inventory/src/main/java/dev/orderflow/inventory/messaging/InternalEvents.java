package dev.orderflow.inventory.messaging;

import dev.orderflow.inventory.domain.ReservationClosed;
import dev.orderflow.inventory.domain.StockAdjusted;
import dev.orderflow.inventory.domain.StockConsumed;
import dev.orderflow.messaging.event.EventType;
import dev.orderflow.messaging.event.EventTypeSource;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/** Events that stay in inventory's journal: with them it accounts for every piece. */
@Singleton
@RegisterForReflection(targets = {StockAdjusted.class, StockConsumed.class, ReservationClosed.class})
final class InternalEvents implements EventTypeSource {

    @Override
    public Collection<EventType<?>> eventTypes() {
        return List.of(
                EventType.of("orderflow.inventory.internal.stock-adjusted", null, StockAdjusted.class),
                EventType.of("orderflow.inventory.internal.stock-consumed", null, StockConsumed.class),
                EventType.of("orderflow.inventory.internal.reservation-closed", null, ReservationClosed.class));
    }
}
