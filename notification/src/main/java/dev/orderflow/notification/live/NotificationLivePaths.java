package dev.orderflow.notification.live;

import dev.orderflow.platform.ticket.LivePaths;
import jakarta.inject.Singleton;
import java.util.List;

/** Where a ticket stands for a token: a browser's WebSocket sends no headers. */
@Singleton
class NotificationLivePaths implements LivePaths {

    @Override
    public List<String> templates() {
        return List.of(LiveNotifications.PATH);
    }
}
