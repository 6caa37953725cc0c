package dev.orderflow.devservices.embedded;

/**
 * The broker's main class: formats the log directory unless it is formatted, then runs Kafka. One JVM does both, which
 * saves the start of another: {@code KafkaBroker <server.properties>}.
 */
final class KafkaBroker {

    /** Any fixed id does: each broker is a cluster of its own, and a restart must find the same id. */
    private static final String CLUSTER_ID = "T3JkZXJmbG93S2Fma2EwMQ";

    private KafkaBroker() {}

    public static void main(String[] args) {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", CLUSTER_ID, "--config", args[0]};
        int status = kafka.tools.StorageTool.execute(format, System.out);
        if (status != 0) {
            System.exit(status);
        }
        kafka.Kafka.main(args);
    }
}
