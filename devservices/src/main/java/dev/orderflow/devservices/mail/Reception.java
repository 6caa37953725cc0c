package dev.orderflow.devservices.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** Takes one mail, however many receive it. */
final class Reception implements MessageHandler {

    /** In bytes; half of what can be read again. */
    private static final int LARGEST = 10_000_000;

    private static final int TOO_LARGE = 552;

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
    public String data(InputStream data) throws IOException, RejectException {
        byte[] content = data.readNBytes(LARGEST);
        if (data.transferTo(OutputStream.nullOutputStream()) > 0) {
            throw new RejectException(TOO_LARGE, "5.3.4 A mail has at most " + LARGEST + " bytes");
        }
        mailbox.keep(new Envelope(
                sender,
                List.copyOf(recipients),
                new String(content, StandardCharsets.ISO_8859_1),
                Instant.now().toString()));
        return null;
    }

    @Override
    public void done() {}
}
