package dev.orderflow.devservices.system;

import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.issuer.Token;
import java.util.HashMap;
import java.util.Map;

/** What a service is told by its environment. */
final class ServiceVariables {

    private ServiceVariables() {}

    static Map<String, String> of(Topology topology, Service service, int port) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        parts(topology, service, variables);
        tokens(topology, variables);
        outside(topology, service, variables);
        variables.putAll(topology.options().serviceVariables());
        return variables;
    }

    private static void parts(Topology topology, Service service, Map<String, String> variables) {
        Postgres postgres = topology.postgres();
        variables.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.reactiveUrl(service.database()));
        variables.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(service.database()));
        variables.put("QUARKUS_DATASOURCE_USERNAME", Postgres.USER);
        variables.put("QUARKUS_DATASOURCE_PASSWORD", Postgres.PASSWORD);
        variables.put("KAFKA_BOOTSTRAP_SERVERS", topology.kafka().bootstrapServers());
        variables.put("QUARKUS_REDIS_HOSTS", topology.redis().url());
    }

    private static void tokens(Topology topology, Map<String, String> variables) {
        String issuer = "http://localhost:" + topology.ports().issuer();
        variables.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer + "/jwks");
        variables.put("MP_JWT_VERIFY_ISSUER", issuer);
        variables.put("MP_JWT_VERIFY_AUDIENCES", Token.DEFAULT_AUDIENCE);
    }

    /** Each service gets the secrets that it needs and no others. */
    private static void outside(Topology topology, Service service, Map<String, String> variables) {
        Secrets secrets = Secrets.in(topology.layout().root());
        switch (service) {
            case PAYMENT -> {
                variables.put(
                        "ORDERFLOW_PAYMENT_PROVIDER_URL", local(topology.ports().paymentProvider()));
                variables.put("ORDERFLOW_PAYMENT_PROVIDER_KEY", secrets.paymentKey());
                variables.put("ORDERFLOW_PAYMENT_PROVIDER_WEBHOOK_SECRET", secrets.paymentWebhook());
            }
            case SHIPPING -> {
                variables.put("ORDERFLOW_CARRIER_URL", local(topology.ports().carrier()));
                variables.put("ORDERFLOW_CARRIER_KEY", secrets.carrierKey());
                variables.put("ORDERFLOW_CARRIER_WEBHOOK_SECRET", secrets.carrierWebhook());
            }
            case NOTIFICATION -> {
                variables.put("QUARKUS_MAILER_HOST", "localhost");
                variables.put(
                        "QUARKUS_MAILER_PORT", Integer.toString(topology.ports().smtp()));
                variables.put("QUARKUS_MAILER_MOCK", "false");
            }
            case ORDER, INVENTORY -> {}
        }
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
