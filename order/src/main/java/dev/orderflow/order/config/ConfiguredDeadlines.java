package dev.orderflow.order.config;

import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.OrderStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

@Singleton
final class ConfiguredDeadlines implements Deadlines {

    private final DeadlineConfig config;

    @Inject
    ConfiguredDeadlines(DeadlineConfig config) {
        this.config = config;
    }

    @Override
    public Duration of(OrderStatus status) {
        return switch (status) {
            case PENDING -> config.pending();
            case RESERVED -> config.reserved();
            case CONFIRMED -> config.confirmed();
            case RECALLING -> config.recalling();
            case CANCELLING -> config.cancelling();
            case SHIPPED -> config.shipped();
            case RETURNING -> config.returning();
            case REFUNDING -> config.refunding();
            case CANCELLED, DELIVERED, RETURNED -> null;
        };
    }
}
