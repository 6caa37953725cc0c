package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gateway shows what customers, their browsers and outside parties call, and nothing of the operators'. */
final class RoutePolicies {

    /** What is public of each service: the method, if not all of the path's are, and the path with all below it. */
    private static final Map<String, Set<String>> PUBLIC = Map.of(
            "order", Set.of("/orders"),
            "inventory", Set.of("GET /products", "HEAD /products"),
            "payment", Set.of("POST /webhooks/payments"),
            "shipping", Set.of("GET /shipments", "HEAD /shipments", "POST /webhooks/carriers"),
            "notification",
                    Set.of(
                            "GET /notifications",
                            "HEAD /notifications",
                            "GET /preferences",
                            "HEAD /preferences",
                            "PUT /preferences",
                            "GET /webhook-deliveries",
                            "HEAD /webhook-deliveries",
                            "POST /webhook-deliveries"),
            "loyalty", Set.of("GET /points", "HEAD /points"),
            "analytics", Set.of("GET /analytics/customers", "HEAD /analytics/customers"));

    private static final Set<String> OF_EACH = Set.of("GET /problems", "HEAD /problems");

    /** Operators' alone, and what replicas ask each other. */
    static final List<String> INTERNAL = List.of(
            "/admin",
            "/q",
            "/customers",
            "/stock",
            "/payments",
            "/internal",
            "/analytics/minutes",
            "/analytics/cancellations",
            "/analytics/latencies",
            "/analytics/best-sellers");

    private RoutePolicies() {}

    static Stream<String> exactlyWhatIsPublic(Manifests manifests) {
        return Project.SERVICES.stream().flatMap(service -> {
            var wanted = new TreeSet<>(PUBLIC.get(service));
            wanted.addAll(ofEach(service));
            var routed = matches(manifests, service).collect(Collectors.toCollection(TreeSet::new));
            return Stream.concat(
                            wanted.stream()
                                    .filter(path -> !routed.contains(path))
                                    .map(path -> "not routed: " + path),
                            routed.stream()
                                    .filter(path -> !wanted.contains(path))
                                    .map(path -> "not public: " + path))
                    .map(fault -> service + ": " + fault);
        });
    }

    static Stream<String> toTheServiceOfItsName(Manifests manifests) {
        return manifests
                .kind("HTTPRoute")
                .flatMap(route -> route.findValues("backendRefs").stream()
                        .flatMap(Manifests::each)
                        .map(backend -> backend.path("name").asText())
                        .filter(backend -> !backend.equals(name(route) + "-service")
                                || manifests
                                        .kind("Service")
                                        .noneMatch(service -> name(service).equals(backend)))
                        .map(backend -> name(route) + " leads to " + backend));
    }

    /** The public paths of a service, without methods. */
    static Set<String> paths(String service) {
        return Stream.concat(PUBLIC.get(service).stream(), ofEach(service).stream())
                .map(call -> call.substring(call.indexOf('/')))
                .collect(Collectors.toSet());
    }

    /** Tickets are rows of a database. */
    private static Set<String> ofEach(String service) {
        var calls = new TreeSet<>(OF_EACH);
        if (Project.WITH_DATABASE.contains(service)) {
            calls.add("POST /tickets");
        }
        return calls;
    }

    private static Stream<String> matches(Manifests manifests, String service) {
        return manifests
                .kind("HTTPRoute")
                .filter(route -> name(route).equals(service))
                .flatMap(route -> each(route.at("/spec/rules")))
                .flatMap(rule -> each(rule.path("matches")))
                .map(RoutePolicies::call);
    }

    private static String call(JsonNode match) {
        var method = match.path("method").asText("");
        return (method + " " + match.at("/path/value").asText()).strip();
    }
}
