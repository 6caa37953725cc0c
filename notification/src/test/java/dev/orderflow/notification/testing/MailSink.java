package dev.orderflow.notification.testing;

import dev.orderflow.devservices.testing.OutsideParties;
import dev.orderflow.devservices.testing.TestParty;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;

/** The SMTP sink as a process of its own behind a {@link PickyServer}, and what arrived in it. */
public class MailSink implements QuarkusTestResourceLifecycleManager {

    private PickyServer server;

    @Override
    public Map<String, String> start() {
        OutsideParties.mailSink();
        server = PickyServer.before(OutsideParties.smtpPort());
        return Map.of(
                "quarkus.mailer.host", "localhost",
                "quarkus.mailer.port", Integer.toString(server.port()),
                "orderflow.messaging.tasks.longest-backoff", "1s",
                "orderflow.notification.webhook.first-backoff", "100ms",
                "orderflow.notification.webhook.longest-backoff", "1s");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }

    public static TestParty party() {
        return OutsideParties.mailSink();
    }

    /** The mails to this address, oldest first. */
    public static List<Map<String, Object>> mailsTo(String address) {
        List<Map<String, Object>> all =
                RestAssured.get(party().url() + "/mails").jsonPath().getList("");
        return all.stream()
                .filter(mail -> ((List<?>) mail.get("to")).contains(address))
                .toList();
    }

    /** A header of a mail as it came, its line breaks taken out. */
    public static String header(Map<String, Object> mail, String name) {
        return ((List<?>) mail.get("headers"))
                .stream()
                        .map(String.class::cast)
                        .filter(header -> header.toLowerCase().startsWith(name.toLowerCase() + ": "))
                        .map(header -> header.substring(name.length() + 2).replaceAll("\\R\\s+", " "))
                        .findFirst()
                        .orElseThrow();
    }

    public static List<String> subjectsTo(String address) {
        return mailsTo(address).stream()
                .map(mail -> (String) mail.get("subject"))
                .toList();
    }
}
