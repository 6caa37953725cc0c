package dev.orderflow.messaging.deadletter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON here, for native images. */
@RegisterForReflection(targets = {DeadLettered.class, LetterState.class})
final class NativeTypes {

    private NativeTypes() {}
}
