package dev.orderflow.messaging.task;

/** A later attempt owns the task: nothing of this one may take effect. */
final class FenceLostException extends RuntimeException {

    FenceLostException(Task task) {
        super("attempt %d of %s is no longer the newest".formatted(task.attempt(), task.id()));
    }
}
