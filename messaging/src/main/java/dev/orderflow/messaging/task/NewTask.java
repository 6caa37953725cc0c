package dev.orderflow.messaging.task;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A call to the outside that is to be made after the commit.
 *
 * @param kind names the {@link TaskHandler}
 * @param key the aggregate that it is for
 * @param payload what the handler needs, stored as JSON until the task is done, then deleted
 * @param due not before this moment
 * @param deadline after this moment it is not tried again, and its handler decides what that means
 */
public record NewTask(String kind, String key, Object payload, Instant due, Instant deadline) {

    public NewTask {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(payload, "payload");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(deadline, "deadline");
    }

    public static NewTask of(String kind, UUID key, Object payload, Instant due, Instant deadline) {
        return new NewTask(kind, key.toString(), payload, due, deadline);
    }
}
