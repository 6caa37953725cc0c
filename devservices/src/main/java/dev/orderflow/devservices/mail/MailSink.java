package dev.orderflow.devservices.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.orderflow.devservices.http.Listing;
import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.http.Settings;
import jakarta.mail.MessagingException;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * An SMTP server that delivers to nobody and shows what came: {@code GET /mails}, {@code ?to=} for one recipient. What it
 * has accepted survives SIGKILL.
 */
public final class MailSink {

    /** The variable with the port of SMTP; {@link Settings#PORT} is that of HTTP. */
    public static final String SMTP_PORT = "PARTY_SMTP_PORT";

    /** Whom notification tells what only an operator can mend. Nobody else is reached there. */
    public static final String OPERATORS = "operators@shop.example";

    /** Named here, Jakarta Mail need not look for it on the whole class path, as it does for each part that it decodes. */
    private static final Class<?> STREAMS = MailStreamProvider.class;

    private final GreenMailUser user = new NoMailbox();
    private final Mailbox mailbox;
    private final GreenMail smtp;

    private MailSink(Mailbox mailbox, int smtpPort) {
        this.mailbox = mailbox;
        this.smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.getUserManager().setMessageDeliveryHandler(this::accept);
    }

    public static void main(String[] args) throws IOException {
        System.setProperty(StreamProvider.class.getName(), STREAMS.getName());
        Settings settings = Settings.ofEnvironment();
        Mailbox mailbox = new Mailbox(settings.data().resolve("mails.jsonl"));
        new MailSink(mailbox, Integer.parseInt(settings.required(SMTP_PORT))).smtp.start();
        Routes routes = new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .get("/mails", request -> new Listing(() -> shown(mailbox, request)));
        PartyServer.serve(settings.port(), routes, () -> {});
    }

    private static Stream<Mail> shown(Mailbox mailbox, Request request) {
        Optional<String> recipient = request.query().get("to");
        return mailbox.mails().filter(mail -> recipient.isEmpty() || mail.to().contains(recipient.get()));
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
