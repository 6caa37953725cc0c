package dev.orderflow.order.live;

import dev.orderflow.platform.ticket.LivePaths;
import jakarta.inject.Singleton;
import java.util.List;

/** Where a browser shows a ticket. */
@Singleton
class OrderLivePaths implements LivePaths {

    @Override
    public List<String> templates() {
        return List.of("/orders/{id}/events");
    }
}
