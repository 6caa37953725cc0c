package dev.orderflow.notification.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.webhook.Secrets;
import dev.orderflow.notification.webhook.WebhookConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;

/** Makes of an endpoint what its customer wants. */
@Singleton
final class EndpointEditor {

    private final Secrets secrets;
    private final Set<String> trustedHosts;

    @Inject
    EndpointEditor(Secrets secrets, WebhookConfig config) {
        this.secrets = secrets;
        this.trustedHosts = config.trustedHosts().orElse(Set.of());
    }

    /**
     * @param present null for none
     * @return null for none
     * @throws dev.orderflow.platform.problem.ProblemException {@code webhook-url-refused}
     */
    Endpoint next(Endpoint present, PreferencesContent content) {
        if (content.webhookUrl() == null) {
            return null;
        }
        if (present == null || !present.url().equals(content.webhookUrl())) {
            return fresh(content.webhookUrl());
        }
        return content.rotates() ? present.rotated(EventIds.next(), secrets.next(), Instant.now()) : present;
    }

    private Endpoint fresh(String url) {
        HookAddress.of(url, trustedHosts).orElseThrow(NotificationProblems::webhookUrlRefused);
        return Endpoint.fresh(EventIds.next(), url, secrets.next());
    }

    /** Null if the change made none. */
    static String newSecret(Endpoint before, Endpoint after) {
        return after == null || after.equals(before) ? null : after.secret();
    }
}
