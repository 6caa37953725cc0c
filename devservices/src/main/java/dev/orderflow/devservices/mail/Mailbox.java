package dev.orderflow.devservices.mail;

import dev.orderflow.devservices.durable.EntryLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every mail that was accepted, in memory and in an append-only file. */
final class Mailbox {

    private final List<Mail> mails = new ArrayList<>();
    private final EntryLog<Mail> log;

    Mailbox(Path path) {
        this.log = new EntryLog<>(path, Mail.class, mails::add);
    }

    /** Returns when the mail is durable, and only then may the sender be told so. */
    void keep(Mail mail) {
        synchronized (this) {
            log.append(List.of(mail));
            mails.add(mail);
        }
        log.sync();
    }

    /** Oldest first. */
    synchronized List<Mail> mails() {
        return List.copyOf(mails);
    }
}
