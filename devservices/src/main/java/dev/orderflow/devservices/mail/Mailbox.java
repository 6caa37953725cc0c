package dev.orderflow.devservices.mail;

import dev.orderflow.devservices.durable.EntryLog;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every mail that was accepted, in an append-only file and not in memory: there may be very many. */
final class Mailbox {

    private final EntryLog<Envelope> log;

    Mailbox(Path path) {
        this.log = new EntryLog<>(path, Envelope.class, mail -> {});
    }

    /** Returns when the mail is durable, and only then may the sender be told so. */
    void keep(Envelope mail) {
        log.append(List.of(mail));
        log.sync();
    }

    /** Oldest first; to be closed. */
    Stream<Envelope> mails() {
        return log.entries();
    }
}
