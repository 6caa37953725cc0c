package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pods of a namespace: those of the workloads, and those that the operators make of a database or a Kafka. */
final class Endpoints {

    static final String KAFKA = "strimzi.io/cluster";

    /** Where Strimzi has Kafka's nodes listen for each other: controllers, and brokers. */
    static final int CONTROLLER = 9090;

    static final int REPLICATION = 9091;

    /** Postgres itself, the state of an instance, and its metrics. */
    private static final List<Integer> DATABASE = List.of(5432, 8000, 9187);

    private Endpoints() {}

    static List<Endpoint> of(Manifests manifests) {
        return Stream.of(workloads(manifests), databases(manifests), nodes(manifests), operators(manifests))
                .flatMap(endpoints -> endpoints)
                .toList();
    }

    private static Stream<Endpoint> workloads(Manifests manifests) {
        return manifests
                .kind("Deployment", "StatefulSet", "Job")
                .map(workload -> new Endpoint(
                        name(workload), labels(workload.at("/spec/template")), ports(workload.at("/spec/template"))));
    }

    private static Stream<Endpoint> databases(Manifests manifests) {
        return manifests
                .kind("Cluster")
                .map(cluster -> Endpoint.of(name(cluster), Map.of("cnpg.io/cluster", name(cluster)), DATABASE));
    }

    private static Stream<Endpoint> nodes(Manifests manifests) {
        return manifests.kind("KafkaNodePool").map(pool -> {
            var cluster = labels(pool).getOrDefault(KAFKA, "");
            var roles = each(pool.at("/spec/roles")).map(JsonNode::asText).toList();
            var labels = Map.of(
                    KAFKA,
                    cluster,
                    "strimzi.io/kind",
                    "Kafka",
                    "strimzi.io/pool-name",
                    name(pool),
                    "strimzi.io/broker-role",
                    String.valueOf(roles.contains("broker")),
                    "strimzi.io/controller-role",
                    String.valueOf(roles.contains("controller")));
            return Endpoint.of("Kafka's " + name(pool), labels, ports(roles, manifests.the("Kafka", cluster)));
        });
    }

    private static List<Integer> ports(List<String> roles, JsonNode kafka) {
        var controllers = roles.contains("controller") ? Stream.of(CONTROLLER) : Stream.<Integer>empty();
        var brokers = roles.contains("broker")
                ? Stream.concat(
                        Stream.of(REPLICATION),
                        each(kafka.at("/spec/kafka/listeners"))
                                .map(listener -> listener.path("port").asInt()))
                : Stream.<Integer>empty();
        return Stream.concat(controllers, brokers).toList();
    }

    /** Strimzi's own for topics and users: they listen for nobody but the kubelet. */
    private static Stream<Endpoint> operators(Manifests manifests) {
        return manifests
                .kind("Kafka")
                .filter(kafka -> kafka.path("spec").has("entityOperator"))
                .map(kafka -> Endpoint.of(
                        "Kafka's entity operator",
                        Map.of(
                                KAFKA,
                                name(kafka),
                                "strimzi.io/kind",
                                "Kafka",
                                "strimzi.io/name",
                                name(kafka) + "-entity-operator"),
                        List.of()));
    }

    private static Map<String, String> labels(JsonNode object) {
        return object.at("/metadata/labels")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, label -> label.getValue().asText()));
    }

    private static Map<String, Integer> ports(JsonNode template) {
        var ports = new HashMap<String, Integer>();
        each(template.at("/spec/containers"))
                .flatMap(container -> each(container.path("ports")))
                .forEach(port -> {
                    int number = port.path("containerPort").asInt();
                    ports.put(port.path("name").asText(), number);
                    ports.put(String.valueOf(number), number);
                });
        return ports;
    }
}
