package dev.orderflow.notification.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** Where the operators are told: an address, and an endpoint in our own network. */
public class OperatorsDesk implements QuarkusTestResourceLifecycleManager {

    public static final String ADDRESS = "operators@shop.example";
    public static final String SECRET = "whsec_dGhpcyBpcyBhIHNlY3JldCBmb3Igb3BlcmF0b3JzISE=";

    /** Longer than what comes together takes. */
    private static final String GATHER = "8s";

    private static Receiver endpoint;

    @Override
    public Map<String, String> start() {
        endpoint = new Receiver().answering(request -> request == 1 ? 503 : 204);
        return Map.of(
                "orderflow.notification.operators.mail-to", ADDRESS,
                "orderflow.notification.operators.webhook-url", endpoint.url(),
                "orderflow.notification.operators.webhook-secret", SECRET,
                "orderflow.notification.operators.gather", GATHER);
    }

    /** What the endpoint got that has this in it, oldest first. */
    public static List<Receiver.Received> calls(String what) {
        return endpoint.received().stream()
                .filter(call -> call.body().contains(what))
                .toList();
    }

    /** The operators' mails that have this in them, oldest first. */
    public static List<Map<String, Object>> mails(String what) {
        return MailSink.mailsTo(ADDRESS).stream()
                .filter(mail -> ((String) mail.get("text")).contains(what))
                .toList();
    }

    @Override
    public void stop() {
        if (endpoint != null) {
            endpoint.close();
        }
    }
}
