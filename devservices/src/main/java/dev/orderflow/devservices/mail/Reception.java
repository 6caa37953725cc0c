package dev.orderflow.devservices.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;

/** Takes one mail, however many receive it. */
final class Reception implements MessageHandler {

    private final Mailbox mailbox;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    Reception(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String recipient) {
        recipients.add(recipient);
    }

    /** The sender is answered when it returns. */
    @Override
    public String data(InputStream data) throws IOException {
        String content = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
        mailbox.keep(new Envelope(
                sender, List.copyOf(recipients), content, Instant.now().toString()));
        return null;
    }

    @Override
    public void done() {}
}
