package dev.orderflow.messaging.transaction;

import dev.orderflow.messaging.loop.PollLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Reads by key that many callers make, each for itself: one that comes alone is made at once; those that come while one
 * runs share the next. What is read was committed when it was asked for.
 */
public final class SharedReads<K, V> {

    /** It has work only when it is nudged. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** As many as calls are under way at once, and more. */
    private static final int LARGEST_BATCH = 500;

    /** @param context on which the one who asked goes on */
    private record Question<K, V>(K key, Context context, UniEmitter<? super Optional<V>> answer) {

        void answered(Map<K, V> found) {
            context.runOnContext(ignored -> answer.complete(Optional.ofNullable(found.get(key))));
        }

        void failed(Throwable failure) {
            context.runOnContext(ignored -> answer.fail(failure));
        }
    }

    private final Vertx vertx;
    private final Function<List<K>, Uni<Map<K, V>>> read;
    private final PollLoop loop;
    private final Queue<Question<K, V>> questions = new ConcurrentLinkedQueue<>();

    /** @param read finds what there is of these keys, each of them once, in one statement */
    public SharedReads(String name, Vertx vertx, Function<List<K>, Uni<Map<K, V>>> read) {
        this.vertx = vertx;
        this.read = read;
        this.loop = new PollLoop(vertx, name, this::turn, IDLE, IDLE);
    }

    /** Empty if there is none. Fails as the statement does, for all that share it. */
    public Uni<Optional<V>> find(K key) {
        return Uni.createFrom().emitter(answer -> {
            questions.add(new Question<>(key, vertx.getOrCreateContext(), answer));
            loop.nudge();
        });
    }

    private Uni<Boolean> turn() {
        List<Question<K, V>> asked = new ArrayList<>();
        while (asked.size() < LARGEST_BATCH && !questions.isEmpty()) {
            asked.add(questions.remove());
        }
        return asked.isEmpty() ? Uni.createFrom().item(false) : answer(asked).replaceWith(!questions.isEmpty());
    }

    private Uni<Void> answer(List<Question<K, V>> asked) {
        return Uni.createFrom()
                .deferred(() ->
                        read.apply(asked.stream().map(Question::key).distinct().toList()))
                .invoke(found -> asked.forEach(each -> each.answered(found)))
                .onFailure()
                .invoke(failure -> asked.forEach(each -> each.failed(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
