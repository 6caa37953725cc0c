package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What holds for the pods that operators make, of which our objects say a part only. */
final class OperatorPolicies {

    /** By kind, where an operator takes a pod's resources from. */
    private static final Map<String, List<String>> RESOURCES = Map.of(
            "Cluster", List.of("/spec/resources"),
            "KafkaNodePool", List.of("/spec/resources"),
            "Kafka",
                    List.of(
                            "/spec/entityOperator/topicOperator/resources",
                            "/spec/entityOperator/userOperator/resources"));

    /** By which a database's pods would be less restricted than CloudNativePG makes them by itself. */
    private static final List<String> LOOSENING =
            List.of("securityContext", "podSecurityContext", "postgresUID", "postgresGID");

    private OperatorPolicies() {}

    /** By itself CloudNativePG makes pods that are not root, drop all capabilities and write to volumes only. */
    static Stream<String> databasesAreRestricted(Manifests manifests) {
        return manifests
                .kind("Cluster")
                .flatMap(cluster -> Stream.concat(
                                LOOSENING.stream().filter(cluster.path("spec")::has),
                                cluster.at("/spec/seccompProfile/type").asText().equals("RuntimeDefault")
                                        ? Stream.empty()
                                        : Stream.of("seccompProfile"))
                        .map(field -> title(cluster) + " is loosened by " + field));
    }

    /** Strimzi's default leaves out what a restricted namespace asks for. */
    static Stream<String> entityOperatorIsRestricted(Manifests manifests) {
        return manifests.kind("Kafka").flatMap(kafka -> {
            var template = kafka.at("/spec/entityOperator/template");
            var pod =
                    Restriction.ofPod(template.at("/pod/securityContext")) ? Stream.<String>empty() : Stream.of("pod");
            var containers = Stream.of("topicOperatorContainer", "userOperatorContainer")
                    .filter(container -> !Restriction.ofContainer(template.at("/" + container + "/securityContext")));
            return Stream.concat(pod, containers)
                    .map(part -> title(kafka) + ": the entity operator's " + part + " is not restricted");
        });
    }

    static Stream<String> limited(Manifests manifests) {
        return RESOURCES.entrySet().stream()
                .flatMap(kind -> manifests
                        .kind(kind.getKey())
                        .flatMap(object -> kind.getValue().stream()
                                .flatMap(place -> unlimited(object.at(place)).map(missing -> place + "/" + missing))
                                .map(missing -> title(object) + " has no " + missing)));
    }

    private static Stream<String> unlimited(JsonNode resources) {
        return Stream.of("requests/cpu", "requests/memory", "limits/cpu", "limits/memory")
                .filter(what -> resources.at("/" + what).isMissingNode());
    }
}
