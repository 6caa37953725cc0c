package dev.orderflow.notification.channel;

import dev.orderflow.messaging.loop.PollLoop;
import dev.orderflow.notification.domain.Mailbox;
import dev.orderflow.notification.persistence.Correspondences;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Where the customers of orders are reached now; what is asked while a statement runs shares the next one. */
@Singleton
class Mailboxes {

    /** It has work only when it is nudged. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** @param context on which the one who asked goes on */
    private record Question(UUID order, Context context, UniEmitter<? super Mailbox> answer) {

        void answered(Map<UUID, Mailbox> found) {
            context.runOnContext(ignored -> answer.complete(found.getOrDefault(order, Mailbox.NONE)));
        }

        void failed(Throwable failure) {
            context.runOnContext(ignored -> answer.fail(failure));
        }
    }

    private final Correspondences correspondences;
    private final Pool pool;
    private final Vertx vertx;
    private final PollLoop loop;
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();

    @Inject
    Mailboxes(Correspondences correspondences, Pool pool, Vertx vertx) {
        this.correspondences = correspondences;
        this.pool = pool;
        this.vertx = vertx;
        this.loop = new PollLoop(vertx, "mailboxes", this::turn, IDLE, IDLE);
    }

    Uni<Mailbox> of(UUID order) {
        return Uni.createFrom().emitter(answer -> {
            questions.add(new Question(order, vertx.getOrCreateContext(), answer));
            loop.nudge();
        });
    }

    private Uni<Boolean> turn() {
        List<Question> asked = new ArrayList<>();
        for (var next = questions.poll(); next != null; next = questions.poll()) {
            asked.add(next);
        }
        return asked.isEmpty() ? Uni.createFrom().item(false) : answer(asked).replaceWith(false);
    }

    private Uni<Void> answer(List<Question> asked) {
        return correspondences
                .mailboxes(pool, asked.stream().map(Question::order).distinct().toList())
                .invoke(found -> asked.forEach(each -> each.answered(found)))
                .onFailure()
                .invoke(failure -> asked.forEach(each -> each.failed(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
