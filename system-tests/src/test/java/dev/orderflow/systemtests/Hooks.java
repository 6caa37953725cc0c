package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import dev.orderflow.client.Notifications;
import dev.orderflow.client.model.Channel;
import dev.orderflow.client.model.PreferencesContent;
import java.util.Optional;

/** A customer's endpoint for events, and what was sent there. */
final class Hooks {

    private final Notifications notifications;

    /** @param token the customer's */
    Hooks(TestSystem system, String token) {
        this.notifications = system.client(token).notifications();
    }

    /** Nobody need listen there. */
    void open(String url) {
        var content =
                PreferencesContent.of("en", Channel.EMAIL, Channel.WEBHOOK).withWebhook(url);
        notifications.changePreferences(content).execute();
    }

    /** The newest delivery's id, once there is one. */
    String awaitDelivery() {
        var newest = await().atMost(Shop.PATIENCE)
                .until(() -> notifications.webhookDeliveries().stream().findFirst(), Optional::isPresent);
        return newest.orElseThrow().id().toString();
    }
}
