package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nothing goes in or out but along the edges of the design. */
final class NetworkPolicies {

    /** One for each edge, and those of the operators' pods. A new one wants a reason, and a line here. */
    private static final Set<String> EDGES = Set.of(
            "deny-by-default",
            "to-dns",
            "services-to-kafka",
            "services-from-gateway",
            "services-from-monitoring",
            "services-to-collector",
            "services-from-console",
            "console-to-services",
            "services-to-issuer",
            "payment-to-provider",
            "shipping-to-carrier",
            "notification-to-mail",
            "stock-gate-to-redis",
            "redis-from-stock-gate",
            "analytics-among-themselves",
            "kafka-among-itself",
            "kafka-to-api-server",
            "databases-among-themselves",
            "databases-from-monitoring",
            "databases-to-api-server");

    private NetworkPolicies() {}

    static Stream<String> deniesByDefault(Manifests manifests) {
        var denies = manifests
                .kind("NetworkPolicy")
                .anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                        && policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                        && !policy.path("spec").has("ingress")
                        && !policy.path("spec").has("egress"));
        return denies ? Stream.empty() : Stream.of("nothing is denied by default");
    }

    static Stream<String> onePerEdge(Manifests manifests) {
        var wanted = new TreeSet<>(EDGES);
        Project.WITH_DATABASE.forEach(service -> {
            wanted.add(service + "-to-database");
            wanted.add(service + "-database-from-" + service);
        });
        var found = manifests.kind("NetworkPolicy").map(Manifests::name).collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(
                wanted.stream().filter(edge -> !found.contains(edge)).map(edge -> "no policy for " + edge),
                found.stream().filter(edge -> !wanted.contains(edge)).map(edge -> "what is the edge of " + edge));
    }

    /** Whoever may leave the cluster may not reach what is inside it that way, nor a cloud's metadata. */
    static Stream<String> outsideIsOutside(Manifests manifests) {
        return manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> policy.findValues("ipBlock").stream()
                        .filter(block -> !block.path("except").toString().contains("169.254.0.0/16")
                                || block.path("except").size() < 5)
                        .map(block -> name(policy) + " opens private addresses"));
    }

    /** An empty list of peers or ports is everybody, everywhere. */
    static Stream<String> nothingIsOpenToAll(Manifests manifests) {
        return manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> Stream.of("ingress", "egress")
                        .flatMap(side -> each(policy.at("/spec/" + side))
                                .filter(rule -> rule.path("ports").isEmpty() || isForAll(policy, side, rule))
                                .map(rule -> name(policy) + ": " + side + " of everybody")));
    }

    private static boolean isForAll(JsonNode policy, String side, JsonNode rule) {
        return rule.path(side.equals("ingress") ? "from" : "to").isEmpty()
                && !name(policy).endsWith("-to-api-server");
    }
}
