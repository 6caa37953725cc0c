package dev.orderflow.messaging.control;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process knows of the switches; asking costs no statement. It lags behind the database by the pause between
 * two looks, goes on with what it knows while the database is away, and never goes back to an older state.
 */
@Singleton
public final class SwitchBoard {

    private final Map<String, SwitchState> known = new ConcurrentHashMap<>();
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> firstLook = new CompletableFuture<>();

    /** False until the database was looked at; until then nobody can say what is on. */
    public boolean isKnown() {
        return firstLook.isDone();
    }

    /** Whether it is known to be on. */
    public boolean isOn(String name) {
        var state = known.get(name);
        return isKnown() && (state == null || state.on());
    }

    /** Completes once it is known to be on, at once if it is, on the context of the caller. */
    public Uni<Void> whenOn(String name) {
        return Uni.createFrom()
                .deferred(() -> isOn(name)
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().emitter(emitter -> await(name, emitter)));
    }

    private void await(String name, UniEmitter<? super Void> emitter) {
        var one = new Waiting(name, emitter, Vertx.currentContext());
        waiting.add(one);
        emitter.onTermination(() -> waiting.remove(one));
        // It may have been turned on between the question and here.
        release();
    }

    /** Whatever the database holds. */
    public void learn(Collection<SwitchState> all) {
        all.forEach(this::keepNewer);
        firstLook.complete(null);
        release();
    }

    /** One change that has committed. */
    void learn(SwitchState one) {
        keepNewer(one);
        release();
    }

    CompletableFuture<Void> firstLook() {
        return firstLook;
    }

    private void keepNewer(SwitchState state) {
        known.merge(state.name(), state, (old, other) -> other.version() > old.version() ? other : old);
    }

    private void release() {
        waiting.stream().filter(one -> isOn(one.name)).filter(waiting::remove).forEach(Waiting::goOn);
    }

    private record Waiting(String name, UniEmitter<? super Void> emitter, Context context) {

        void goOn() {
            if (context == null) {
                emitter.complete(null);
            } else {
                context.runOnContext(ignored -> emitter.complete(null));
            }
        }
    }
}
