package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.task.NewTask;
import dev.orderflow.messaging.transaction.Pause;
import dev.orderflow.notification.domain.HookDelivery;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Makes the tasks that send events, each for one attempt, and says when the next one is due. */
@Singleton
public class WebhookTasks {

    static final String KIND = "webhook";

    /** Who finds an endpoint busy comes again within this time, at random. */
    private static final Duration CROWD = Duration.ofSeconds(20);

    private final WebhookConfig config;

    @Inject
    WebhookTasks(WebhookConfig config) {
        this.config = config;
    }

    /** The next attempt, at the time that the delivery says. */
    public NewTask next(HookDelivery delivery) {
        var payload = new WebhookTask(delivery.id(), delivery.orderId(), delivery.round());
        return NewTask.of(KIND, delivery.orderId(), payload, delivery.nextAt(), delivery.deadline());
    }

    public Instant deadline(Instant from) {
        return from.plus(config.patience());
    }

    /** @param attempts that were made in this round, this one included */
    Instant retryAt(int attempts, Instant now) {
        return now.plus(Pause.backoff(attempts, config.firstBackoff(), config.longestBackoff()));
    }

    Instant whenLessCrowded(Instant now) {
        return now.plus(Pause.backoff(1, CROWD, CROWD));
    }
}
