package dev.orderflow.notification.api;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.secret.SealedSecrets;
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
    private final SealedSecrets sealed;
    private final Set<String> trustedHosts;

    @Inject
    EndpointEditor(Secrets secrets, SealedSecrets sealed, WebhookConfig config) {
        this.secrets = secrets;
        this.sealed = sealed;
        this.trustedHosts = config.trustedHosts().orElse(Set.of());
    }

    /**
     * @param present null for none
     * @return null for none
     * @throws dev.orderflow.platform.problem.ProblemException {@code webhook-url-refused}
     */
    Endpoint next(String customer, Endpoint present, PreferencesContent content) {
        if (content.webhookUrl() == null) {
            return null;
        }
        if (present == null || !present.url().equals(content.webhookUrl())) {
            return fresh(customer, content.webhookUrl());
        }
        return content.rotates() ? rotated(customer, present) : present;
    }

    /** All are sealed with the present key, so that an older one is not needed for a replaced secret alone. */
    private Endpoint rotated(String customer, Endpoint present) {
        return present.rotated(EventIds.next(), newSecret(customer), Instant.now())
                .storingReplaced(old -> sealed.renewed(old, customer));
    }

    private Endpoint fresh(String customer, String url) {
        HookAddress.of(url, trustedHosts).orElseThrow(NotificationProblems::webhookUrlRefused);
        return Endpoint.fresh(EventIds.next(), url, newSecret(customer));
    }

    private String newSecret(String customer) {
        return sealed.seal(secrets.next(), customer);
    }

    /** To be shown; null if the change made none. */
    String shown(String customer, Endpoint before, Endpoint after) {
        return after == null || after.equals(before) ? null : sealed.open(after.secret(), customer);
    }
}
