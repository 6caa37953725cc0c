package dev.orderflow.notification.api;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.persistence.HookDeliveries;
import dev.orderflow.notification.webhook.WebhookTasks;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets a delivery begin anew, whatever became of it. */
@Singleton
final class DeliveryRetry {

    private final HookDeliveries deliveries;
    private final WebhookTasks tasks;

    @Inject
    DeliveryRetry(HookDeliveries deliveries, WebhookTasks tasks) {
        this.deliveries = deliveries;
        this.tasks = tasks;
    }

    /** Fails with 404 if the customer has no such delivery. */
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
        return delivery.again(now, tasks.deadline(now));
    }

    private HookDelivery schedule(UnitOfWork work, HookDelivery delivery) {
        work.schedule(List.of(tasks.next(delivery)));
        return delivery;
    }
}
