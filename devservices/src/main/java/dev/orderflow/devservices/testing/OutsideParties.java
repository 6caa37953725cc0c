package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.outside.OutsideParty;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The payment provider, the carrier and the mail server for tests: processes on free ports, each started when it is first
 * asked for, once per JVM, gone when the JVM is. See {@link TestParty} for what can be done to them.
 */
public final class OutsideParties {

    /** The key that both APIs take. */
    public static final String API_KEY = "sk_test_orderflow";

    /** The secret that both sign their webhooks with. */
    public static final String WEBHOOK_SECRET = "whsec_test_orderflow";

    private static final Duration SECOND = Duration.ofSeconds(1);

    private OutsideParties() {}

    /** A provider that takes five seconds over a slow confirmation and one over a late refund. */
    public static TestParty paymentProvider() {
        Map<String, String> variables = secrets();
        delay(variables, "SLOW_CONFIRM", Duration.ofSeconds(5));
        delay(variables, "LATE_REFUND", SECOND);
        return party(OutsideParty.PAYMENT_PROVIDER, variables);
    }

    /** A carrier with the delays that {@code ./run} uses: a second each. */
    public static TestParty carrier() {
        return carrier(SECOND, SECOND, SECOND);
    }

    /**
     * A carrier with its own delays; those of the first call in this JVM hold.
     *
     * @param dispatch from the label's purchase until the parcel is in transit
     * @param delivery from then until it is delivered
     * @param comeBack from the purchase of a return's label until it has arrived
     */
    public static TestParty carrier(Duration dispatch, Duration delivery, Duration comeBack) {
        Map<String, String> variables = secrets();
        delay(variables, "DISPATCH", dispatch);
        delay(variables, "DELIVERY", delivery);
        delay(variables, "RETURN", comeBack);
        return party(OutsideParty.CARRIER, variables);
    }

    /** The sink's HTTP side; {@link #smtpPort()} is where mail goes. */
    public static TestParty mailSink() {
        return party(OutsideParty.MAIL, Map.of());
    }

    /** The port of the mail sink's SMTP server. */
    public static int smtpPort() {
        return Workspace.ofThisJvm().port(TestParty.SMTP);
    }

    private static TestParty party(String name, Map<String, String> variables) {
        TestParty party = new TestParty(Workspace.ofThisJvm(), name, variables);
        party.startOnce();
        return party;
    }

    private static Map<String, String> secrets() {
        return new HashMap<>(Map.of(Settings.API_KEY, API_KEY, Settings.WEBHOOK_SECRET, WEBHOOK_SECRET));
    }

    private static void delay(Map<String, String> variables, String name, Duration delay) {
        variables.put("PARTY_" + name + "_DELAY", Long.toString(delay.toMillis()));
    }
}
