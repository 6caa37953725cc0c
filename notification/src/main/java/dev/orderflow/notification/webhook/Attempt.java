package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.notification.domain.HookAnswer;

/**
 * An attempt that is over.
 *
 * @param answer null if its time ran out before it was made
 */
record Attempt(WebhookTask task, HookAnswer answer, Cause cause) {

    static Attempt of(Answered<WebhookTask, HookAnswer> answered) {
        return new Attempt(answered.payload(), answered.answer(), answered.cause());
    }

    static Attempt late(WebhookTask task) {
        return new Attempt(task, null, Cause.here());
    }
}
