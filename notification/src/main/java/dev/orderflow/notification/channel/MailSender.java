package dev.orderflow.notification.channel;

import dev.orderflow.messaging.trace.Spans;
import dev.orderflow.messaging.transaction.Pause;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Hands mails to the SMTP server. */
@Singleton
class MailSender {

    /** We are not let in (RFC 4954, section 6): our credentials are wrong, not the mail. */
    private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Pause pause;
    private final MailConfig config;

    @Inject
    MailSender(ReactiveMailer mailer, Pause pause, MailConfig config) {
        this.mailer = mailer;
        this.pause = pause;
        this.config = config;
    }

    /** Fails while trying again can help; a permanent refusal is an answer. */
    Uni<Delivery> send(Mail mail) {
        return Uni.createFrom()
                .deferred(() -> Spans.ofCall("smtp", () -> inTime(mailer.send(mail))))
                .<Delivery>map(sent -> new Delivery.Accepted())
                .onFailure(MailSender::isRefusal)
                .recoverWithItem(failure -> new Delivery.Refused(((SMTPException) failure).getReplyCode()))
                .onFailure(IllegalArgumentException.class)
                .recoverWithItem(new Delivery.Unusable())
                .onFailure()
                .transform(MailNotTaken::new);
    }

    /** The mail client waits for ever, for a connection as for an answer. */
    private Uni<Void> inTime(Uni<Void> sending) {
        Uni<Void> late = pause.of(config.timeout()).onItem().failWith(() -> new TimeoutException());
        return Uni.join().first(sending, late).toTerminate();
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SMTPException smtp && smtp.isPermanent() && !NOT_LET_IN.contains(smtp.getReplyCode());
    }
}
