package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Wrong.set;

import java.util.Map;
import java.util.stream.Stream;

/** What the policies of the network have to notice, by the policy's name. */
final class NetworkWrongs {

    private static final String LABELS = "/podSelector/matchLabels";

    private NetworkWrongs() {}

    static Map<String, Stream<Wrong>> all() {
        return Map.of(
                "the network denies by default",
                Stream.of(in("deny-by-default", "/spec/podSelector", "matchLabels", "{\"a\":\"b\"}")),
                "the network has a policy per edge",
                Stream.of(set("NetworkPolicy", "/metadata", "name", "\"other\"")),
                "outside is outside",
                Stream.of(set("NetworkPolicy", "/spec/egress/0/to/0/ipBlock", "except", null)),
                "nothing is open to all",
                Stream.of(
                        set("NetworkPolicy", "/spec/ingress/0", "from", "[]"),
                        set("NetworkPolicy", "/spec/egress/0", "ports", "[]")),
                "edges are between pods that there are",
                nobody(),
                "edges lead to ports that somebody listens at",
                Stream.of(
                        in("order-to-database", "/spec/egress/0/ports/0", "port", "5433"),
                        in("services-from-gateway", "/spec/ingress/0/ports/0", "port", "\"https\""),
                        in("databases-from-monitoring", "/spec/ingress/0/ports/0", "port", "9188"),
                        in("kafka-among-itself", "/spec/egress/0/ports/1", "port", "9092")),
                "edges have two ends",
                oneEnd());
    }

    private static Stream<Wrong> nobody() {
        return Stream.of(
                in("order-to-database", "/spec" + LABELS, "app.kubernetes.io/name", "\"orders\""),
                in("services-to-kafka", "/spec/egress/0/to/0" + LABELS, "strimzi.io/broker-role", "\"yes\""),
                in(
                        "services-from-console",
                        "/spec/ingress/0/from/0" + LABELS,
                        "app.kubernetes.io/component",
                        "\"web\""),
                in(
                        "databases-among-themselves",
                        "/spec/podSelector/matchExpressions/0",
                        "values",
                        "[\"order-database\",\"orders-database\"]"),
                in(
                        "redis-from-stock-gate",
                        "/spec/ingress/0/from/0/podSelector/matchExpressions/0",
                        "values",
                        "[\"order\",\"stock\"]"),
                set(
                        "Kafka",
                        "/spec/kafka/listeners/0/networkPolicyPeers/0" + LABELS,
                        "app.kubernetes.io/component",
                        "\"services\""));
    }

    /** Between pods that there are, and at their port. */
    private static Stream<Wrong> oneEnd() {
        return Stream.of(
                in("order-to-database", "/spec/egress/0/to/0" + LABELS, "cnpg.io/cluster", "\"payment-database\""),
                in(
                        "redis-from-stock-gate",
                        "/spec/ingress/0/from/0/podSelector/matchExpressions/0",
                        "values",
                        "[\"order\"]"),
                in("databases-among-themselves", "/spec/egress/0/ports/1", "port", "9187"),
                set("Kafka", "/spec/kafka/listeners/0", "port", "9094"),
                set(
                        "Kafka",
                        "/spec/kafka/listeners/0/networkPolicyPeers/0" + LABELS,
                        "app.kubernetes.io/component",
                        "\"console\""));
    }

    private static Wrong in(String policy, String place, String field, String value) {
        return new Wrong("NetworkPolicy", policy, place, field, value);
    }
}
