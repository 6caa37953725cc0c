package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What holds for the pods that Strimzi makes of a Kafka and its pools. */
final class BrokerPolicies {

    private static final List<String> CONTAINERS = List.of("kafkaContainer", "initContainer");

    private BrokerPolicies() {}

    /** A namespace that is restricted takes no other pods; Strimzi's own default leaves out what that asks for. */
    static Stream<String> restricted(Manifests manifests) {
        return manifests
                .kind("KafkaNodePool")
                .flatMap(pool -> faults(pool, kafkaOf(pool, manifests)).map(fault -> title(pool) + ": " + fault));
    }

    private static JsonNode kafkaOf(JsonNode pool, Manifests manifests) {
        var cluster = pool.at("/metadata/labels").path("strimzi.io/cluster").asText();
        return manifests.the("Kafka", cluster).at("/spec/kafka/template");
    }

    private static Stream<String> faults(JsonNode pool, JsonNode kafka) {
        var templates = pool.at("/spec/template");
        var pod = Restriction.ofPod(effective("pod", templates, kafka).path("securityContext"))
                ? Stream.<String>empty()
                : Stream.of("its pod is not restricted");
        var containers = CONTAINERS.stream()
                .filter(container -> !Restriction.ofContainer(
                        effective(container, templates, kafka).path("securityContext")))
                .map(container -> container + " is not restricted");
        return Stream.concat(pod, containers);
    }

    /** A field of the pool's template takes the place of the same field of Kafka's; what is in them is not merged. */
    private static JsonNode effective(String field, JsonNode pool, JsonNode kafka) {
        return pool.has(field) ? pool.path(field) : kafka.path(field);
    }
}
