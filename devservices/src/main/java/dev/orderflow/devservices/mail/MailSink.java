package dev.orderflow.devservices.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.http.Settings;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An SMTP server that delivers to nobody and shows what came: {@code GET /mails}, {@code ?to=} for one recipient. What it
 * has accepted survives SIGKILL.
 */
public final class MailSink {

    /** The variable with the port of SMTP; {@link Settings#PORT} is that of HTTP. */
    public static final String SMTP_PORT = "PARTY_SMTP_PORT";

    private static final String USER = "sink";

    private final Mailbox mailbox;
    private final GreenMail smtp;
    private final GreenMailUser user;

    private MailSink(Mailbox mailbox, int smtpPort) throws UserException {
        this.mailbox = mailbox;
        this.smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        this.user = smtp.getUserManager().createUser(USER + "@localhost", USER, USER);
        smtp.getUserManager().setMessageDeliveryHandler(this::accept);
    }

    public static void main(String[] args) throws IOException, UserException {
        Settings settings = Settings.ofEnvironment();
        Mailbox mailbox = new Mailbox(settings.data().resolve("mails.jsonl"));
        new MailSink(mailbox, Integer.parseInt(settings.required(SMTP_PORT))).smtp.start();
        Routes routes = new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .get("/mails", request -> Response.ok(shown(mailbox, request)));
        PartyServer.serve(settings.port(), routes, () -> {});
    }

    private static List<Mail> shown(Mailbox mailbox, Request request) {
        Optional<String> recipient = request.query().get("to");
        return mailbox.mails().stream()
                .filter(mail -> recipient.isEmpty() || mail.to().contains(recipient.get()))
                .toList();
    }

    /** Called once per recipient, before the sender is answered; the mail is kept with the first of them. */
    private GreenMailUser accept(MovingMessage message, MailAddress recipient) throws MessagingException {
        List<MailAddress> recipients = List.copyOf(message.getToAddresses());
        if (recipients.getFirst().equals(recipient)) {
            mailbox.keep(Mail.of(
                    message.getMessage(),
                    message.getReturnPath().getEmail(),
                    recipients.stream().map(MailAddress::getEmail).toList()));
        }
        return user;
    }
}
