package dev.orderflow.devservices.system;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.mail.MailSink;
import dev.orderflow.devservices.outside.OutsideParty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each service is told about the parts, the same whether it is packaged or in dev mode. */
record Connections(Topology topology) {

    /** Each service gets the secrets that it needs and no others. */
    List<Connection> of(Service service) {
        String issuer = local(topology.ports().issuer());
        Stream<Connection> common = Stream.of(
                Connection.kafka(topology.kafka().bootstrapServers()), Connection.issuer(issuer, issuer + "/jwks"));
        return Stream.of(common, storage(service), own(service), traces())
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<Connection> storage(Service service) {
        return Service.withDatabase().contains(service)
                ? Stream.of(postgres(service), Connection.redis(topology.redis().url()))
                : Stream.empty();
    }

    private Stream<Connection> traces() {
        return topology.options().traced()
                ? Stream.of(Connection.traces(local(topology.ports().traces())))
                : Stream.empty();
    }

    private Stream<Connection> own(Service service) {
        return switch (service) {
            case PAYMENT -> Stream.of(paymentProvider());
            case SHIPPING -> Stream.of(carrier());
            case NOTIFICATION -> Stream.of(mail());
            case ORDER, INVENTORY, LOYALTY, ANALYTICS -> Stream.empty();
        };
    }

    private Connection postgres(Service service) {
        Postgres postgres = topology.postgres();
        return Connection.postgres(postgres.reactiveUrl(service.database()), postgres.jdbcUrl(service.database()));
    }

    private Connection paymentProvider() {
        Secrets secrets = Secrets.in(topology.layout().root());
        String url = local(topology.ports().paymentProvider());
        Map<String, String> properties = Map.of(
                "orderflow.payment.provider.url", url,
                "orderflow.payment.provider.key", secrets.paymentKey(),
                "orderflow.payment.provider.webhook-secret", secrets.paymentWebhook());
        return new Connection(OutsideParty.PAYMENT_PROVIDER, url, properties);
    }

    private Connection carrier() {
        Secrets secrets = Secrets.in(topology.layout().root());
        String url = local(topology.ports().carrier());
        Map<String, String> properties = Map.of(
                "orderflow.carrier.url", url,
                "orderflow.carrier.key", secrets.carrierKey(),
                "orderflow.carrier.webhook-secret", secrets.carrierWebhook());
        return new Connection(OutsideParty.CARRIER, url, properties);
    }

    /** And who is told what only an operator can mend, and the key of what notification keeps for nobody but itself. */
    private Connection mail() {
        String port = Integer.toString(topology.ports().smtp());
        Map<String, String> properties = Map.of(
                "quarkus.mailer.host",
                "localhost",
                "quarkus.mailer.port",
                port,
                "orderflow.notification.operators.mail-to",
                MailSink.OPERATORS,
                "orderflow.notification.secrets.keys",
                Secrets.in(topology.layout().root()).sealingKeys());
        return new Connection(OutsideParty.MAIL, "localhost:" + port, properties);
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
