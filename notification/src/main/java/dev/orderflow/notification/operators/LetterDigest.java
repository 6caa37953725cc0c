package dev.orderflow.notification.operators;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Tells operators of what a service could not handle since the last time. */
@RegisterForReflection
record LetterDigest(String service) {

    static final String KIND = "operator-digest";
}
