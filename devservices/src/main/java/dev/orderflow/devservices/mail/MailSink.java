package dev.orderflow.devservices.mail;

import dev.orderflow.devservices.http.Listing;
import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.http.Settings;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.subethamail.smtp.server.SMTPServer;

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

    /** What RFC 5321 (4.5.3.2.7) asks of a server that waits for the next command. */
    private static final int PATIENCE_MINUTES = 5;

    private MailSink() {}

    public static void main(String[] args) throws IOException {
        System.setProperty(StreamProvider.class.getName(), STREAMS.getName());
        Settings settings = Settings.ofEnvironment();
        Mailbox mailbox = new Mailbox(settings.data().resolve("envelopes.jsonl"));
        smtp(mailbox, Integer.parseInt(settings.required(SMTP_PORT))).start();
        Routes routes = new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .get("/mails", request -> new Listing(() -> shown(mailbox, request)));
        PartyServer.serve(settings.port(), routes, () -> {});
    }

    private static SMTPServer smtp(Mailbox mailbox, int port) {
        SMTPServer server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .connectionTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Reception(mailbox))
                .build();
        server.getCommandHandler().addCommand(new Greeting());
        return server;
    }

    private static Stream<Mail> shown(Mailbox mailbox, Request request) {
        Optional<String> recipient = request.query().get("to");
        return mailbox.mails()
                .filter(mail -> recipient.isEmpty() || mail.isTo(recipient.get()))
                .map(Mail::of);
    }
}
