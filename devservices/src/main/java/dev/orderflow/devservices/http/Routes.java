package dev.orderflow.devservices.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What answers which call; a route such as {@code /v1/refunds/{id}} names the parts of its path. */
public final class Routes {

    private record Route(String method, List<String> template, Function<Request, ? extends Answer> handler) {}

    /** A route that fits, and the parts of the path that it names. */
    record Match(Function<Request, ? extends Answer> handler, Map<String, String> variables) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes add(String method, String template, Function<Request, ? extends Answer> handler) {
        routes.add(new Route(method, segments(template), handler));
        return this;
    }

    public Routes get(String template, Function<Request, ? extends Answer> handler) {
        return add("GET", template, handler);
    }

    public Routes post(String template, Function<Request, ? extends Answer> handler) {
        return add("POST", template, handler);
    }

    Optional<Match> find(String method, String path) {
        List<String> segments = segments(path);
        return routes.stream()
                .filter(route -> route.method().equals(method))
                .flatMap(route -> match(route, segments).stream())
                .findFirst();
    }

    private static Optional<Match> match(Route route, List<String> path) {
        if (route.template().size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = route.template().get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Match(route.handler(), variables));
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/"));
    }
}
