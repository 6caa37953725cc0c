package dev.orderflow.devservices.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A mail as it came. It is taken apart when somebody asks for it; for most mails nobody does.
 *
 * @param from whom the sender named as such, not the mail's own header
 * @param to all recipients, hidden copies included
 * @param content the bytes that were sent, one character each
 * @param at when it arrived, RFC 3339
 */
record Envelope(String from, List<String> to, String content, String at) {

    boolean isTo(String recipient) {
        return to.contains(recipient);
    }

    MimeMessage message() throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
