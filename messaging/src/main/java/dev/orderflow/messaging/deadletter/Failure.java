package dev.orderflow.messaging.deadletter;

import java.util.Optional;

/** What is told of a failure: for people, brief. Null when there was none. */
final class Failure {

    private Failure() {}

    static String typeOf(Throwable failure) {
        return failure == null ? null : failure.getClass().getSimpleName();
    }

    static String messageOf(Throwable failure) {
        return failure == null
                ? null
                : Optional.ofNullable(failure.getMessage()).map(Storable::brief).orElse("");
    }
}
