package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of our pods may call which, and at which port, as one of the two ends has it. */
final class Flows {

    private Flows() {}

    static Set<String> outgoing(Manifests manifests) {
        var all = Endpoints.of(manifests);
        return manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> EdgePolicies.rules(policy, "egress")
                        .flatMap(rule -> between(
                                EdgePolicies.select(policy.at("/spec/podSelector"), all),
                                EdgePolicies.peers(rule, all),
                                EdgePolicies.ports(rule).toList())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> incoming(Manifests manifests) {
        var all = Endpoints.of(manifests);
        var policies = manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> EdgePolicies.rules(policy, "ingress")
                        .flatMap(rule -> between(
                                EdgePolicies.peers(rule, all),
                                EdgePolicies.select(policy.at("/spec/podSelector"), all),
                                EdgePolicies.ports(rule).toList())));
        var kafka = manifests.kind("Kafka").flatMap(cluster -> madeByStrimzi(cluster, all));
        return Stream.concat(policies, kafka).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Its nodes let each other and its operators in, and at a listener the peers that this names. */
    private static Stream<String> madeByStrimzi(JsonNode kafka, List<Endpoint> all) {
        var own = all.stream()
                .filter(pods -> name(kafka).equals(pods.labels().get(Endpoints.KAFKA)))
                .toList();
        var inside = between(
                own,
                own,
                Stream.of(Endpoints.CONTROLLER, Endpoints.REPLICATION)
                        .map(String::valueOf)
                        .toList());
        var listeners = each(kafka.at("/spec/kafka/listeners"))
                .flatMap(listener -> between(
                        EdgePolicies.peers(listener.path("networkPolicyPeers"), all),
                        own,
                        List.of(listener.path("port").asText())));
        return Stream.concat(inside, listeners);
    }

    private static Stream<String> between(List<Endpoint> callers, List<Endpoint> called, List<String> ports) {
        return callers.stream()
                .flatMap(from -> called.stream()
                        .flatMap(to -> ports.stream()
                                .flatMap(port -> to.port(port).stream())
                                .map(port -> from.title() + " to " + to.title() + ":" + port)));
    }
}
