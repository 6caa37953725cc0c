package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.HookState;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.HookDeliveries;
import dev.orderflow.notification.persistence.PreferenceTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Records what attempts came to, each once, and schedules what is to be tried again. */
@Singleton
class WebhookRecord {

    private final WebhookTasks tasks;
    private final Correspondences correspondences;
    private final HookDeliveries deliveries;
    private final PreferenceTable preferences;
    private final WebhookNews news;

    @Inject
    WebhookRecord(
            WebhookTasks tasks,
            Correspondences correspondences,
            HookDeliveries deliveries,
            PreferenceTable preferences,
            WebhookNews news) {
        this.tasks = tasks;
        this.correspondences = correspondences;
        this.deliveries = deliveries;
        this.preferences = preferences;
        this.news = news;
    }

    Uni<Void> of(UnitOfWork work, List<Attempt> attempts) {
        var orders =
                attempts.stream().map(each -> each.task().orderId()).distinct().toList();
        var ids =
                attempts.stream().map(each -> each.task().delivery()).distinct().toList();
        return correspondences
                .lock(work.sql(), orders)
                .chain(locked -> deliveries
                        .lock(work.sql(), ids)
                        .map(found -> after(attempts, found))
                        .chain(changed -> store(work, changed).call(() -> news.tell(work, ended(changed), locked))))
                .replaceWithVoid();
    }

    private Map<HookDelivery, Attempt> after(List<Attempt> attempts, List<HookDelivery> found) {
        var now = Instant.now();
        var byId = found.stream().collect(Collectors.toMap(HookDelivery::id, Function.identity()));
        var changed = new LinkedHashMap<HookDelivery, Attempt>();
        for (var attempt : attempts) {
            Optional.ofNullable(byId.get(attempt.task().delivery()))
                    .flatMap(delivery -> after(delivery, attempt, now))
                    .ifPresent(next -> {
                        byId.put(next.id(), next);
                        changed.keySet().removeIf(before -> before.id().equals(next.id()));
                        changed.put(next, attempt);
                    });
        }
        return changed;
    }

    private Optional<HookDelivery> after(HookDelivery delivery, Attempt attempt, Instant now) {
        int round = attempt.task().round();
        if (attempt.answer() == null) {
            return delivery.late(round);
        }
        var retryAt = attempt.answer() instanceof HookAnswer.Busy
                ? tasks.whenLessCrowded(now)
                : tasks.retryAt(delivery.attemptsOfRound() + 1, now);
        return delivery.after(attempt.answer(), round, now, retryAt);
    }

    private Uni<Map<HookDelivery, Attempt>> store(UnitOfWork work, Map<HookDelivery, Attempt> changed) {
        changed.forEach((delivery, attempt) -> schedule(work, delivery, attempt));
        return deliveries
                .store(work.sql(), List.copyOf(changed.keySet()))
                .chain(() -> preferences.disable(work.sql(), gone(changed)))
                .replaceWith(changed);
    }

    private void schedule(UnitOfWork work, HookDelivery delivery, Attempt attempt) {
        if (delivery.state() == HookState.PENDING) {
            work.schedule(List.of(tasks.next(delivery)), attempt.cause());
        }
    }

    private static List<UUID> gone(Map<HookDelivery, Attempt> changed) {
        return changed.values().stream()
                .map(Attempt::answer)
                .filter(answer -> answer instanceof HookAnswer.Responded response && response.isGone())
                .map(answer -> ((HookAnswer.Responded) answer).endpoint())
                .distinct()
                .toList();
    }

    private static Map<HookDelivery, Attempt> ended(Map<HookDelivery, Attempt> changed) {
        var ended = new LinkedHashMap<>(changed);
        ended.keySet().removeIf(delivery -> delivery.state() == HookState.PENDING);
        return ended;
    }
}
