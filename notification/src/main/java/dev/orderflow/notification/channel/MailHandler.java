package dev.orderflow.notification.channel;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.Mailbox;
import dev.orderflow.notification.domain.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Sends a notification by mail, at least once: SMTP has no idempotency key, so a crash between the server's answer and
 * its record sends again, with the same Message-ID. The next message of the same order goes out after it.
 */
@ApplicationScoped
class MailHandler implements TaskHandler<MailTask, Delivery> {

    private final MailWriter writer;
    private final MailSender sender;
    private final MailRecord record;
    private final Mailboxes mailboxes;

    @Inject
    MailHandler(MailWriter writer, MailSender sender, MailRecord record, Mailboxes mailboxes) {
        this.writer = writer;
        this.sender = sender;
        this.record = record;
        this.mailboxes = mailboxes;
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
        return mailboxes.of(mail.orderId()).chain(to -> send(mail, to));
    }

    private Uni<Delivery> send(MailTask mail, Mailbox to) {
        if (!to.wanted()) {
            return Uni.createFrom().item(new Delivery.Unwanted());
        }
        return to.address() == null ? Uni.createFrom().item(new Delivery.Unreachable()) : send(mail, to.address());
    }

    private Uni<Delivery> send(MailTask mail, String address) {
        return writer.write(mail, address).chain(sender::send);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<MailTask, Delivery>> answered) {
        var now = Instant.now();
        return record.of(
                work,
                answered.stream()
                        .map(each -> Conclusion.of(each.payload(), each.answer(), now, each.cause()))
                        .toList());
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, MailTask mail) {
        var late = new Conclusion(mail, Status.FAILED, "timed-out", Instant.now(), Cause.here());
        return record.of(work, List.of(late));
    }
}
