package dev.orderflow.notification.channel;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.Finished;
import dev.orderflow.notification.persistence.Notifications;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Records what became of mails, each once, and lets the next message of each order go out: four statements for all. */
@Singleton
class MailRecord {

    private final MailTasks tasks;
    private final Correspondences correspondences;
    private final Notifications notifications;

    @Inject
    MailRecord(MailTasks tasks, Correspondences correspondences, Notifications notifications) {
        this.tasks = tasks;
        this.correspondences = correspondences;
        this.notifications = notifications;
    }

    Uni<Void> of(UnitOfWork work, List<Conclusion> conclusions) {
        var orders = conclusions.stream().map(Conclusion::orderId).distinct().toList();
        return correspondences.lock(work.sql(), orders).chain(locked -> conclude(work, conclusions, locked));
    }

    private Uni<Void> conclude(UnitOfWork work, List<Conclusion> conclusions, Map<UUID, Correspondence> locked) {
        var now = new HashMap<>(locked);
        var news = new LinkedHashMap<Conclusion, Correspondence>();
        for (var conclusion : conclusions) {
            Optional.ofNullable(now.get(conclusion.orderId()))
                    .flatMap(correspondence -> correspondence.done(conclusion.notificationId()))
                    .ifPresent(next -> {
                        now.put(next.orderId(), next);
                        news.put(conclusion, next);
                    });
        }
        return news.isEmpty() ? Uni.createFrom().voidItem() : store(work, news, now);
    }

    private Uni<Void> store(UnitOfWork work, Map<Conclusion, Correspondence> news, Map<UUID, Correspondence> now) {
        var changed = news.keySet().stream()
                .map(Conclusion::orderId)
                .distinct()
                .map(now::get)
                .toList();
        return correspondences
                .store(work.sql(), changed)
                .chain(() -> notifications.finish(work.sql(), finished(news.keySet())))
                .chain(() -> notifications.find(work.sql(), involved(news)))
                .invoke(found -> news.forEach((conclusion, next) -> tell(work, conclusion, next, found)))
                .replaceWithVoid();
    }

    private static List<Finished> finished(Collection<Conclusion> news) {
        return news.stream()
                .map(each -> new Finished(each.notificationId(), each.status(), each.sentAt()))
                .toList();
    }

    private static List<UUID> involved(Map<Conclusion, Correspondence> news) {
        return news.entrySet().stream()
                .flatMap(each ->
                        Stream.concat(Stream.of(each.getKey().notificationId()), each.getValue().next().stream()))
                .distinct()
                .toList();
    }

    private void tell(UnitOfWork work, Conclusion news, Correspondence now, Map<UUID, Notification> found) {
        Optional.ofNullable(found.get(news.notificationId()))
                .ifPresent(told -> work.append(List.of(announcement(news, now, told)), news.cause()));
        now.next().map(found::get).ifPresent(next -> work.schedule(List.of(tasks.send(next, news.at())), news.cause()));
    }

    private static NewEvent announcement(Conclusion news, Correspondence now, Notification notification) {
        return news.reason() == null
                ? Announcements.sent(now, notification, news.at())
                : Announcements.failed(now, notification, news.reason());
    }
}
