package dev.orderflow.notification.api;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.persistence.HookDeliveries;
import dev.orderflow.notification.webhook.WebhookConfig;
import dev.orderflow.notification.webhook.WebhookTasks;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets a delivery begin anew, whatever became of it, and not all the time. */
@Singleton
final class DeliveryRetry {

    private final HookDeliveries deliveries;
    private final WebhookTasks tasks;
    private final WebhookConfig config;

    @Inject
    DeliveryRetry(HookDeliveries deliveries, WebhookTasks tasks, WebhookConfig config) {
        this.deliveries = deliveries;
        this.tasks = tasks;
        this.config = config;
    }

    /** Fails with 404 if the customer has no such delivery, with 429 if it was just tried or is about to be. */
    Uni<HookDelivery> begin(UnitOfWork work, UUID id, String customer) {
        return deliveries
                .lock(work.sql(), id)
                .map(found -> found.filter(delivery -> delivery.customerId().equals(customer))
                        .orElseThrow(() -> Problems.notFound("delivery")))
                .map(this::again)
                .map(delivery -> schedule(work, delivery))
                .call(delivery -> deliveries.store(work.sql(), List.of(delivery)));
    }

    private HookDelivery again(HookDelivery delivery) {
        var now = Instant.now();
        var wait = delivery.retryIn(now, config.retryPause());
        if (wait.isPositive()) {
            throw NotificationProblems.tooManyRetries(wait);
        }
        return delivery.again(now, tasks.deadline(now));
    }

    private HookDelivery schedule(UnitOfWork work, HookDelivery delivery) {
        work.schedule(List.of(tasks.next(delivery)));
        return delivery;
    }
}
