package dev.orderflow.notification.channel;

import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.operators.OperatorMail;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Mails operators, at least once and under a stable Message-ID. What no mail can tell them stands in the log. */
@ApplicationScoped
class OperatorMailHandler implements TaskHandler<OperatorMail, Delivery> {

    private static final Logger LOG = Logger.getLogger(OperatorMailHandler.class);

    private final AlertWriter writer;
    private final MailSender sender;

    @Inject
    OperatorMailHandler(AlertWriter writer, MailSender sender) {
        this.writer = writer;
        this.sender = sender;
    }

    @Override
    public String kind() {
        return OperatorMail.KIND;
    }

    @Override
    public Class<OperatorMail> payload() {
        return OperatorMail.class;
    }

    @Override
    public Uni<Delivery> call(Task task, OperatorMail mail) {
        return writer.write(mail).chain(sender::send);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<OperatorMail, Delivery>> answered) {
        answered.stream()
                .filter(each -> !(each.answer() instanceof Delivery.Accepted))
                .forEach(each -> LOG.errorf(
                        "operators could not be mailed %s of %s: %s",
                        each.payload().alert().type(), each.task().key(), each.answer()));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, OperatorMail mail) {
        LOG.errorf("operators were not mailed %s of %s in time", mail.alert().type(), task.key());
        return Uni.createFrom().voidItem();
    }
}
