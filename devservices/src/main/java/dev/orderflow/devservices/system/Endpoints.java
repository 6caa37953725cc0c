package dev.orderflow.devservices.system;

/** Where the parts of a system are reached from this machine; URLs come without a slash at the end. */
public final class Endpoints {

    private final Topology topology;

    Endpoints(Topology topology) {
        this.topology = topology;
    }

    /** @param replica counted from 1 */
    public String service(Service service, int replica) {
        return local(topology.ports().service(service, replica));
    }

    public String paymentProvider() {
        return local(topology.ports().paymentProvider());
    }

    public String carrier() {
        return local(topology.ports().carrier());
    }

    /** The HTTP side of the mail sink. */
    public String mail() {
        return local(topology.ports().mail());
    }

    public String issuer() {
        return local(topology.ports().issuer());
    }

    /** The collector of traces, which speaks OTLP. */
    public String traces() {
        return local(topology.ports().traces());
    }

    /** The web page. */
    public String console() {
        return local(topology.ports().console());
    }

    public String kafkaBootstrap() {
        return topology.kafka().bootstrapServers();
    }

    /** The database of a service; user and password are {@code orderflow}. */
    public String jdbcUrl(Service service) {
        return topology.postgres().jdbcUrl(service.database());
    }

    public String redis() {
        return topology.redis().url();
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }
}
