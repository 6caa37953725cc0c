package dev.orderflow.devservices.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;

/** A user without a mailbox: GreenMail would keep each mail in memory for POP3 and IMAP, which nobody asks for here. */
final class NoMailbox implements GreenMailUser {

    private static final String NAME = "sink";

    @Override
    public void deliver(MovingMessage message) {}

    @Override
    public void deliver(MimeMessage message) {}

    @Override
    public String getEmail() {
        return NAME + "@localhost";
    }

    @Override
    public String getLogin() {
        return NAME;
    }

    @Override
    public String getQualifiedMailboxName() {
        return NAME;
    }

    @Override
    public String getPassword() {
        return NAME;
    }

    @Override
    public void setPassword(String password) {}

    @Override
    public void authenticate(String password) {}

    @Override
    public void create() {}

    @Override
    public void delete() {}
}
