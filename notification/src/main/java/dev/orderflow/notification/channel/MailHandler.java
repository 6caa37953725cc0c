package dev.orderflow.notification.channel;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.Correspondence;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Status;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.Notifications;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends a notification by mail, at least once: SMTP has no idempotency key, so a crash between the server's answer and
 * its record sends again, with the same Message-ID. The next message of the same order goes out after it.
 */
@ApplicationScoped
class MailHandler implements TaskHandler<MailTask, Delivery> {

    private final MailWriter writer;
    private final MailSender sender;
    private final MailTasks tasks;
    private final Correspondences correspondences;
    private final Notifications notifications;
    private final Pool pool;

    @Inject
    MailHandler(
            MailWriter writer,
            MailSender sender,
            MailTasks tasks,
            Correspondences correspondences,
            Notifications notifications,
            Pool pool) {
        this.writer = writer;
        this.sender = sender;
        this.tasks = tasks;
        this.correspondences = correspondences;
        this.notifications = notifications;
        this.pool = pool;
    }

    @Override
    public String kind() {
        return MailTasks.KIND;
    }

    @Override
    public Class<MailTask> payload() {
        return MailTask.class;
    }

    @Override
    public Uni<Delivery> call(Task task, MailTask mail) {
        return correspondences
                .email(pool, mail.orderId())
                .chain(to -> to.map(address -> send(mail, address))
                        .orElseGet(() -> Uni.createFrom().item(new Delivery.Unreachable())));
    }

    private Uni<Delivery> send(MailTask mail, String address) {
        return writer.write(mail, address).chain(sender::send);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, Task task, MailTask mail, Delivery answer) {
        return switch (answer) {
            case Delivery.Accepted() -> finish(work, mail, Status.SENT, null);
            case Delivery.Refused(int replyCode) -> finish(work, mail, Status.FAILED, "refused-" + replyCode);
            case Delivery.Unusable() -> finish(work, mail, Status.FAILED, "unusable-address");
            case Delivery.Unreachable() -> finish(work, mail, Status.NO_ADDRESS, "no-address");
        };
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, MailTask mail) {
        return finish(work, mail, Status.FAILED, "timed-out");
    }

    private Uni<Void> finish(UnitOfWork work, MailTask mail, Status status, String reason) {
        var order = new TreeMap<>(Map.of(mail.orderId(), mail.customerId()));
        return correspondences
                .lock(work.sql(), order)
                .chain(locked -> locked.get(mail.orderId())
                        .done(mail.notificationId())
                        .map(next -> conclude(work, next, mail.notificationId(), status, reason))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> conclude(UnitOfWork work, Correspondence next, UUID id, Status status, String reason) {
        var now = Instant.now();
        return correspondences
                .store(work.sql(), List.of(next))
                .chain(() -> notifications.finish(work.sql(), id, status, status == Status.SENT ? now : null))
                .chain(() -> announce(work, next, id, now, reason))
                .chain(() -> sendNext(work, next, now));
    }

    private Uni<Void> announce(UnitOfWork work, Correspondence next, UUID id, Instant now, String reason) {
        return notifications
                .find(work.sql(), id)
                .invoke(found -> found.map(notification -> announcement(next, notification, now, reason))
                        .ifPresent(event -> work.append(List.of(event))))
                .replaceWithVoid();
    }

    private static NewEvent announcement(Correspondence next, Notification notification, Instant now, String reason) {
        return reason == null
                ? Announcements.sent(next, notification, now)
                : Announcements.failed(next, notification, reason);
    }

    private Uni<Void> sendNext(UnitOfWork work, Correspondence correspondence, Instant now) {
        if (correspondence.next().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return notifications
                .find(work.sql(), correspondence.next().get())
                .invoke(found -> found.ifPresent(notification -> work.schedule(List.of(tasks.send(notification, now)))))
                .replaceWithVoid();
    }
}
