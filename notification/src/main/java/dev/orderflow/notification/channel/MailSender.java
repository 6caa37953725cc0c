package dev.orderflow.notification.channel;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Hands mails to the SMTP server. */
@Singleton
class MailSender {

    private final ReactiveMailer mailer;

    @Inject
    MailSender(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    /** Fails while trying again can help; a permanent refusal is an answer. */
    Uni<Delivery> send(Mail mail) {
        return mailer.send(mail)
                .<Delivery>map(sent -> new Delivery.Accepted())
                .onFailure(MailSender::isRefusal)
                .recoverWithItem(failure -> new Delivery.Refused(((SMTPException) failure).getReplyCode()));
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof SMTPException smtp && smtp.isPermanent();
    }
}
