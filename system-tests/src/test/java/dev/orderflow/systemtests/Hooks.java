package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import dev.orderflow.client.Notifications;
import dev.orderflow.client.model.Channel;
import dev.orderflow.client.model.PreferencesContent;
import dev.orderflow.client.model.WebhookDelivery;
import dev.orderflow.client.model.WebhookDelivery.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A customer's endpoint for events, and what was sent there. */
final class Hooks {

    /** {@code orderflow.notification.webhook.retry-pause} */
    private static final Duration LONGER_THAN_THE_PAUSE = Duration.ofSeconds(11);

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

    /** What is still tried ends with its next attempt, which is not made. */
    void close() {
        notifications
                .changePreferences(PreferencesContent.of("en", Channel.EMAIL))
                .execute();
    }

    void awaitDelivery() {
        await().atMost(Shop.PATIENCE)
                .until(() ->
                        notifications.webhookDeliveries().stream().findFirst().isPresent());
    }

    /** The id of one that nothing happens to by itself any more, and that was not tried just now: it may be retried by hand. */
    String awaitSettled() {
        var settled = await().atMost(Shop.PATIENCE)
                .until(
                        () -> notifications.webhookDeliveries().stream()
                                .filter(Hooks::isSettled)
                                .findFirst(),
                        Optional::isPresent);
        return settled.orElseThrow().id().toString();
    }

    private static boolean isSettled(WebhookDelivery delivery) {
        var longAgo = Instant.now().minus(LONGER_THAN_THE_PAUSE);
        return delivery.state() == State.FAILED
                && delivery.at().map(at -> at.isBefore(longAgo)).orElse(true);
    }
}
