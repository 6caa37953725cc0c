package dev.orderflow.notification.channel;

import io.vertx.ext.mail.SMTPException;

/** The server is away or busy. Says so without its words and without a cause: servers quote addresses, and this is logged. */
final class MailNotTaken extends RuntimeException {

    MailNotTaken(Throwable failure) {
        super(
                failure instanceof SMTPException smtp
                        ? "the mail server answered " + smtp.getReplyCode()
                        : "the mail server was not reached: "
                                + failure.getClass().getSimpleName());
    }
}
