package dev.orderflow.devservices.outside;

import dev.orderflow.devservices.carrier.Carrier;
import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.issuer.TokenIssuer;
import dev.orderflow.devservices.mail.MailSink;
import dev.orderflow.devservices.payment.PaymentProvider;
import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.HttpProbe;
import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.MoreOptions;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.tracing.TraceCollector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process that plays somebody outside the system: the payment provider, the carrier, the mail server, the token issuer
 * or the collector of traces. It is ready when its {@code /health} says so.
 *
 * @param main the class to run
 * @param variables its {@link Settings}, without port and data directory
 */
public record OutsideParty(Layout layout, String name, int port, Class<?> main, Map<String, String> variables)
        implements Part {

    public static final String PAYMENT_PROVIDER = "payment-provider";
    public static final String CARRIER = "carrier";
    public static final String MAIL = "mail";
    public static final String ISSUER = "issuer";
    public static final String TRACES = "traces";

    /** Small at first: provider and carrier keep all that they were told in memory, some 3.5 kB for each order. */
    private static final List<String> SMALL_JVM = List.of("-Xms16m", "-Xmx1g", "-XX:TieredStopAtLevel=1");

    /** Adds options to the JVM of each party. */
    public static final String MORE_OPTIONS = "ORDERFLOW_PARTY_OPTIONS";

    public static OutsideParty paymentProvider(Layout layout, int port, Map<String, String> variables) {
        return new OutsideParty(layout, PAYMENT_PROVIDER, port, PaymentProvider.class, variables);
    }

    public static OutsideParty carrier(Layout layout, int port, Map<String, String> variables) {
        return new OutsideParty(layout, CARRIER, port, Carrier.class, variables);
    }

    public static OutsideParty mail(Layout layout, int port, int smtpPort) {
        Map<String, String> variables = Map.of(MailSink.SMTP_PORT, Integer.toString(smtpPort));
        return new OutsideParty(layout, MAIL, port, MailSink.class, variables);
    }

    public static OutsideParty issuer(Layout layout, int port) {
        Map<String, String> variables = Map.of(TokenIssuer.ISSUER, "http://localhost:" + port);
        return new OutsideParty(layout, ISSUER, port, TokenIssuer.class, variables);
    }

    public static OutsideParty traces(Layout layout, int port) {
        return new OutsideParty(layout, TRACES, port, TraceCollector.class, Map.of());
    }

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, name);
    }

    @Override
    public void launch() {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put(Settings.PORT, Integer.toString(port));
        environment.put(Settings.DATA, layout.data(name).toString());
        process().start(new Launch(Installation.java(options(), main), environment));
    }

    private List<String> options() {
        return Stream.concat(SMALL_JVM.stream(), MoreOptions.of(MORE_OPTIONS, variables).stream())
                .toList();
    }

    @Override
    public boolean isReady() {
        return HttpProbe.isOk(port, "/health");
    }

    public String url() {
        return "http://localhost:" + port;
    }
}
