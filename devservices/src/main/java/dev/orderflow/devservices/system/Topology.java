package dev.orderflow.devservices.system;

import dev.orderflow.devservices.embedded.Kafka;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.embedded.Redis;
import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.outside.OutsideParty;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every process of a system, and what each is told about the others. */
record Topology(Layout layout, PortPlan ports, Options options) {

    static Topology of(Options options) {
        return new Topology(new Layout(options.data()), new PortPlan(options.portOffset()), options);
    }

    Postgres postgres() {
        return new Postgres(layout, ports.postgres());
    }

    Kafka kafka() {
        return new Kafka(layout, ports.kafka(), ports.kafkaController());
    }

    Redis redis() {
        return new Redis(layout, ports.redis());
    }

    /** All that there can be, wanted or not. */
    List<OutsideParty> outsideParties() {
        Secrets secrets = Secrets.in(layout.root());
        return List.of(
                OutsideParty.issuer(layout, ports.issuer()),
                OutsideParty.paymentProvider(
                        layout,
                        ports.paymentProvider(),
                        party(secrets.paymentKey(), secrets.paymentWebhook(), Service.PAYMENT, "/webhooks/payments")),
                OutsideParty.carrier(
                        layout,
                        ports.carrier(),
                        party(secrets.carrierKey(), secrets.carrierWebhook(), Service.SHIPPING, "/webhooks/carriers")),
                OutsideParty.mail(layout, ports.mail(), ports.smtp()),
                OutsideParty.traces(layout, ports.traces()));
    }

    List<ServiceProcess> services() {
        return IntStream.rangeClosed(1, options.replicas())
                .boxed()
                .flatMap(replica -> options.services().stream().map(service -> service(service, replica)))
                .toList();
    }

    ConsoleProcess console() {
        return new ConsoleProcess(layout, ports);
    }

    /** What is not infrastructure. */
    List<Part> applications() {
        return Stream.concat(
                        services().stream().map(Part.class::cast),
                        options.console() ? Stream.of(console()) : Stream.empty())
                .toList();
    }

    /** What services need: the outside parties as well. */
    List<Part> infrastructure() {
        return Stream.concat(
                        Stream.of(postgres(), redis(), kafka()),
                        outsideParties().stream().filter(this::isWanted).map(Part.class::cast))
                .toList();
    }

    private boolean isWanted(Part part) {
        return options.traced() || !part.name().equals(OutsideParty.TRACES);
    }

    /** All of them, in the order in which they may be started. */
    List<Part> parts() {
        return Stream.concat(infrastructure().stream(), applications().stream()).toList();
    }

    /** The other port of those parts that listen on two. */
    OptionalInt secondPort(Part part) {
        return switch (part.name()) {
            case "kafka" -> OptionalInt.of(ports.kafkaController());
            case OutsideParty.MAIL -> OptionalInt.of(ports.smtp());
            default -> OptionalInt.empty();
        };
    }

    ServiceProcess service(Service service, int replica) {
        Map<String, String> variables = ServiceVariables.of(this, service, replica);
        return new ServiceProcess(
                layout, service, service.replica(replica), ports.service(service, replica), options, variables);
    }

    private Map<String, String> party(String key, String webhookSecret, Service target, String path) {
        Map<String, String> variables = new HashMap<>(options.partyVariables());
        variables.put(Settings.API_KEY, key);
        variables.put(Settings.WEBHOOK_SECRET, webhookSecret);
        variables.put(Settings.WEBHOOK_URL, urls(target, path));
        return variables;
    }

    /** At all replicas: nothing that a party tells waits for one that is down. */
    private String urls(Service target, String path) {
        return IntStream.rangeClosed(1, options.replicas())
                .mapToObj(replica -> "http://localhost:" + ports.service(target, replica) + path)
                .collect(Collectors.joining(" "));
    }
}
