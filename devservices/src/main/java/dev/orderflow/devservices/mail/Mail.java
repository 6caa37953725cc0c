package dev.orderflow.devservices.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail as the sink shows it; of one that can't be read, what its envelope tells.
 *
 * @param to the recipients of the envelope, hidden copies included
 * @param text the plain part; null if there is none
 * @param html the HTML part; null if there is none
 * @param parts the Content-Type of each part that is no multipart, in their order
 * @param headers as they came, {@code name: value}
 * @param at when it arrived, RFC 3339
 */
record Mail(
        String messageId,
        String from,
        List<String> to,
        String subject,
        String text,
        String html,
        List<String> parts,
        List<String> headers,
        String at) {

    static Mail of(Envelope envelope) {
        try {
            MimeMessage message = envelope.message();
            List<String> headers = new ArrayList<>();
            message.getAllHeaders()
                    .asIterator()
                    .forEachRemaining(it -> headers.add(it.getName() + ": " + it.getValue()));
            return new Mail(
                    message.getMessageID(),
                    envelope.from(),
                    envelope.to(),
                    message.getSubject(),
                    body(message, "text/plain"),
                    body(message, "text/html"),
                    types(message),
                    headers,
                    envelope.at());
        } catch (MessagingException | IOException e) {
            return unreadable(envelope);
        }
    }

    /** What its envelope tells: one mail that nobody can read hides none of the others. */
    private static Mail unreadable(Envelope envelope) {
        return new Mail(null, envelope.from(), envelope.to(), null, null, null, List.of(), List.of(), envelope.at());
    }

    /** The first part of this type, however deep; null if there is none. */
    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (!(part.getContent() instanceof Multipart parts)) {
            return null;
        }
        for (int i = 0; i < parts.getCount(); i++) {
            String found = body(parts.getBodyPart(i), type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> types(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            return List.of(part.getContentType());
        }
        List<String> types = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            types.addAll(types(parts.getBodyPart(i)));
        }
        return types;
    }
}
