package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * An edge leads from pods that there are to pods that there are, and to a port that they listen at. Whoever a policy finds by
 * a namespace or an address is another's, and is not looked for.
 */
final class EdgePolicies {

    private EdgePolicies() {}

    static Stream<String> everySelectorFindsPods(Manifests manifests) {
        var all = Endpoints.of(manifests);
        var policies = manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> Stream.concat(
                                Stream.of(policy.at("/spec/podSelector")),
                                Stream.of("ingress", "egress")
                                        .flatMap(side -> rules(policy, side))
                                        .flatMap(EdgePolicies::ours))
                        .flatMap(selector -> new PodSelector(selector).vain(all))
                        .map(fault -> name(policy) + ": " + fault));
        var listeners = manifests
                .kind("Kafka")
                .flatMap(kafka -> each(kafka.at("/spec/kafka/listeners"))
                        .flatMap(listener -> ours(listener.path("networkPolicyPeers")))
                        .flatMap(selector -> new PodSelector(selector).vain(all))
                        .map(fault -> name(kafka) + "'s listener: " + fault));
        return Stream.concat(policies, listeners);
    }

    static Stream<String> everyPortIsListenedAt(Manifests manifests) {
        var all = Endpoints.of(manifests);
        return manifests
                .kind("NetworkPolicy")
                .flatMap(policy -> Stream.concat(
                                rules(policy, "ingress")
                                        .flatMap(rule -> deaf(rule, select(policy.at("/spec/podSelector"), all))),
                                rules(policy, "egress")
                                        .filter(rule -> ours(rule).findAny().isPresent())
                                        .flatMap(rule -> deaf(rule, peers(rule, all))))
                        .map(port -> name(policy) + ": nobody listens at " + port));
    }

    /** Everything is denied at both ends: a way out of which the other end knows nothing leads nowhere, and the other way round. */
    static Stream<String> everyEdgeHasTwoEnds(Manifests manifests) {
        var outgoing = Flows.outgoing(manifests);
        var incoming = Flows.incoming(manifests);
        return Stream.concat(
                outgoing.stream().filter(flow -> !incoming.contains(flow)).map(flow -> flow + " is not let in"),
                incoming.stream().filter(flow -> !outgoing.contains(flow)).map(flow -> flow + " is not let out"));
    }

    private static Stream<String> deaf(JsonNode rule, List<Endpoint> there) {
        return ports(rule)
                .filter(port -> there.stream().allMatch(pods -> pods.port(port).isEmpty()));
    }

    static Stream<JsonNode> rules(JsonNode policy, String side) {
        return each(policy.at("/spec/" + side));
    }

    static Stream<String> ports(JsonNode rule) {
        return each(rule.path("ports")).map(port -> port.path("port").asText());
    }

    static List<Endpoint> select(JsonNode selector, List<Endpoint> all) {
        return all.stream().filter(new PodSelector(selector)::selects).toList();
    }

    /** Our own pods among those that a rule, or a list of peers, names. */
    static List<Endpoint> peers(JsonNode rule, List<Endpoint> all) {
        return ours(rule)
                .flatMap(selector -> select(selector, all).stream())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> ours(JsonNode rule) {
        var peers = rule.isArray() ? each(rule) : Stream.of("from", "to").flatMap(side -> each(rule.path(side)));
        return peers.filter(peer -> peer.has("podSelector") && !peer.has("namespaceSelector"))
                .map(peer -> peer.path("podSelector"));
    }
}
