package dev.orderflow.messaging.task;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import java.util.Set;

/** An answer that waits for its record, and the context on which its attempt goes on. */
record Waiting<P, R>(Answered<P, R> answered, Context context, UniEmitter<? super Void> done) {

    /** @param owned the tasks of the batch that were recorded; the others belong to a later attempt */
    void recorded(Set<Task> owned) {
        if (owned.contains(answered.task())) {
            context.runOnContext(ignored -> done.complete(null));
        } else {
            failed(new FenceLostException(answered.task()));
        }
    }

    void failed(Throwable failure) {
        context.runOnContext(ignored -> done.fail(failure));
    }
}
