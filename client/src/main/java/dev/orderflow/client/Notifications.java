package dev.orderflow.client;

import dev.orderflow.client.model.Notification;
import dev.orderflow.client.model.Preferences;
import dev.orderflow.client.model.PreferencesContent;
import dev.orderflow.client.model.WebhookDelivery;
import java.util.UUID;
import java.util.stream.Stream;

/** What the caller is told, and how. */
public final class Notifications {

    private final Calls calls;

    Notifications(Calls calls) {
        this.calls = calls;
    }

    /** Newest first. */
    public Listing<Notification> list() {
        return calls.list(Operations.LIST_NOTIFICATIONS, Request.of(Operations.LIST_NOTIFICATIONS));
    }

    /**
     * As they happen, from now on. It ends with its connection, and what happens while there is none is in the list only:
     * open it anew, then look there. Close it to leave earlier.
     */
    public Stream<Notification> live() {
        return calls.live(Request.of(Operations.LIVE_NOTIFICATIONS), Notification.class);
    }

    public Call<Preferences> preferences() {
        return calls.of(Operations.GET_PREFERENCES, Request.of(Operations.GET_PREFERENCES));
    }

    /**
     * Replaces all of them. The answer that makes a webhook secret is the only one that shows it, so what names an endpoint is
     * not tried again once it was sent: should the answer get lost, ask for another secret
     * ({@link PreferencesContent#withNewSecret}).
     */
    public Call<Preferences> changePreferences(PreferencesContent content) {
        return calls.of(
                Operations.PUT_PREFERENCES,
                Request.of(Operations.PUT_PREFERENCES).body(content));
    }

    /** Replaces them, if they are still what had this entity tag. */
    public Call<Preferences> changePreferences(String etag, PreferencesContent content) {
        return calls.of(
                Operations.PUT_PREFERENCES,
                Request.of(Operations.PUT_PREFERENCES).header("If-Match", etag).body(content));
    }

    /** What was sent to the caller's endpoint, newest first. */
    public Listing<WebhookDelivery> webhookDeliveries() {
        return calls.list(Operations.LIST_DELIVERIES, Request.of(Operations.LIST_DELIVERIES));
    }

    /** Sends it again, now. */
    public Call<WebhookDelivery> retryDelivery(UUID id) {
        return calls.of(
                Operations.RETRY_DELIVERY, Request.of(Operations.RETRY_DELIVERY).path("id", id));
    }
}
