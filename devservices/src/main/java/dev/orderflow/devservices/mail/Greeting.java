package dev.orderflow.devservices.mail;

import java.io.IOException;
import org.subethamail.smtp.internal.server.BaseCommand;
import org.subethamail.smtp.server.Session;

/**
 * EHLO, with PIPELINING (RFC 2920) among the extensions, as with any mail server that shops use: the library takes commands
 * that come together, and does not say so. Nor does it answer them together, so that TCP would keep each answer but the first
 * until the client, who waits for all of them, acknowledges that one: 40 ms for each mail. There is no other way to it than the library's internal types.
 */
final class Greeting extends BaseCommand {

    Greeting() {
        super("EHLO", "Introduce yourself.", "<hostname>");
    }

    @Override
    public void execute(String command, Session session) throws IOException {
        String[] words = getArgs(command);
        if (words.length < 2) {
            session.sendResponse("501 Syntax: EHLO hostname");
            return;
        }
        session.getSocket().setTcpNoDelay(true);
        session.resetMailTransaction();
        session.setHelo(words[1]);
        session.sendResponse(String.join(
                "\r\n", "250-" + session.getServer().getHostName(), "250-PIPELINING", "250-8BITMIME", "250 SMTPUTF8"));
    }
}
