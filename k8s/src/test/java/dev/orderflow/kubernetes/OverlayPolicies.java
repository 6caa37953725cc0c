package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;
import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What makes production out of the same base: no single part whose loss loses an event or stops the shop. */
final class OverlayPolicies {

    private OverlayPolicies() {}

    static Stream<String> survivesTheLossOfAnyPart(Manifests manifests) {
        return Stream.of(
                        atLeast(manifests, "ScaledObject", "/spec/minReplicaCount", 2),
                        atLeast(manifests, "ScaledObject", "/spec/fallback/replicas", 2),
                        atLeast(manifests, "KafkaTopic", "/spec/replicas", 3),
                        atLeast(manifests, "KafkaNodePool", "/spec/replicas", 3),
                        atLeast(manifests, "Kafka", "/spec/kafka/config/min.insync.replicas", 2),
                        atLeast(manifests, "Kafka", "/spec/kafka/config/default.replication.factor", 3),
                        atLeast(manifests, "Cluster", "/spec/instances", 3),
                        atLeast(manifests, "Cluster", "/spec/postgresql/synchronous/number", 1),
                        is(manifests, "Cluster", "/spec/postgresql/synchronous/dataDurability", "required"),
                        spread(manifests))
                .flatMap(faults -> faults);
    }

    /** Strimzi spreads a pool's nodes over zones only if it is told to. */
    private static Stream<String> spread(Manifests manifests) {
        return manifests
                .kind("KafkaNodePool")
                .filter(pool -> pool.at("/spec/replicas").asInt() > 1)
                .filter(pool -> each(pool.at("/spec/template/pod/topologySpreadConstraints"))
                        .noneMatch(constraint -> keepsApart(name(pool), constraint)))
                .map(pool -> title(pool) + ": two of its nodes may be in one zone");
    }

    private static boolean keepsApart(String pool, JsonNode constraint) {
        return constraint.path("topologyKey").asText().equals("topology.kubernetes.io/zone")
                && constraint.path("whenUnsatisfiable").asText().equals("DoNotSchedule")
                && constraint.path("maxSkew").asInt() == 1
                && constraint
                        .at("/labelSelector/matchLabels")
                        .path("strimzi.io/pool-name")
                        .asText()
                        .equals(pool);
    }

    /** The operator gives a database's only instance a budget that no drain of its node gets past, unless it is told not to. */
    static Stream<String> nodesCanBeDrained(Manifests manifests) {
        return manifests
                .kind("Cluster")
                .filter(cluster -> cluster.at("/spec/instances").asInt() == 1
                        && cluster.at("/spec/enablePDB").asBoolean(true))
                .map(cluster -> title(cluster) + " keeps its node from being drained");
    }

    /** Every kind of pod may run under the restricted profile, and the namespace takes no other. */
    static Stream<String> namespaceIsRestricted(Manifests manifests) {
        return manifests
                .kind("Namespace")
                .filter(namespace -> !namespace
                        .at("/metadata/labels")
                        .path("pod-security.kubernetes.io/enforce")
                        .asText()
                        .equals("restricted"))
                .map(namespace -> title(namespace) + " is not restricted");
    }

    static Stream<String> labelled(Manifests manifests) {
        return manifests.kind("Deployment", "StatefulSet", "Job").flatMap(workload -> {
            var labels = workload.at("/spec/template/metadata/labels");
            return Stream.of("name", "component", "part-of")
                    .filter(label -> !labels.has("app.kubernetes.io/" + label))
                    .map(label -> title(workload) + " has no label " + label);
        });
    }

    /** Everything with the release's tag or a digest of its own, in one step: no service of another release among them. */
    static Stream<String> ofOneRelease(Manifests manifests) {
        var versions = manifests
                .kind("Deployment")
                .map(deployment ->
                        deployment.at("/spec/template/metadata/labels").path("app.kubernetes.io/version"))
                .distinct()
                .toList();
        return versions.size() == 1
                ? manifests
                        .kind("Deployment")
                        .filter(deployment -> !image(deployment)
                                .contains(":" + versions.getFirst().asText()))
                        .map(deployment -> name(deployment) + " runs " + image(deployment))
                : Stream.of("several releases: " + versions);
    }

    /** All replicas that there may be, and one more during a rollout, get their connections. */
    static Stream<String> databasesTakeAllReplicas(Manifests manifests) {
        var shared = Project.shared();
        int each = Integer.parseInt(shared.getProperty("quarkus.datasource.reactive.max-size"))
                + Integer.parseInt(shared.getProperty("quarkus.datasource.jdbc.max-size"));
        int most = 1
                + manifests
                        .kind("ScaledObject")
                        .mapToInt(scaled -> scaled.at("/spec/maxReplicaCount").asInt())
                        .max()
                        .orElse(0);
        return manifests
                .kind("Cluster")
                .filter(cluster -> cluster.at("/spec/postgresql/parameters/max_connections")
                                .asInt()
                        < each * most)
                .map(cluster -> title(cluster) + " takes less than " + each * most + " connections");
    }

    private static String image(JsonNode deployment) {
        return deployment.at("/spec/template/spec/containers/0/image").asText();
    }

    private static Stream<String> atLeast(Manifests manifests, String kind, String path, int least) {
        return faults(manifests, kind, path, value -> value.asInt() >= least);
    }

    private static Stream<String> is(Manifests manifests, String kind, String path, String wanted) {
        return faults(manifests, kind, path, value -> value.asText().equals(wanted));
    }

    private static Stream<String> faults(Manifests manifests, String kind, String path, Predicate<JsonNode> wanted) {
        List<JsonNode> objects = manifests.kind(kind).toList();
        return objects.isEmpty()
                ? Stream.of("no " + kind)
                : objects.stream()
                        .filter(object -> !wanted.test(object.at(path)))
                        .map(object -> title(object) + ": " + path + " is " + object.at(path));
    }
}
