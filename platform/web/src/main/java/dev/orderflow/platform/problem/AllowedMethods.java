package dev.orderflow.platform.problem;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/**
 * Which methods an address has: RFC 9110 asks for an Allow header with each 405, and Quarkus REST 3.32 sends none. Asks
 * the same route tables that refused the request.
 */
final class AllowedMethods {

    private AllowedMethods() {}

    /** @return the value of the Allow header */
    static String of(String address) {
        // As the route tables do: a matrix parameter (;a=b) is no part of what they look for.
        String path = address.replaceAll(";[^/]*", "");
        Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
        var classes = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            addMethods(match, methods);
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static void addMethods(RequestMapper.RequestMatch<InitialMatch> match, Set<String> methods) {
        String rest = match.remaining.isEmpty() ? "/" : match.remaining;
        Arrays.stream(match.value.handlers)
                .filter(ClassRoutingHandler.class::isInstance)
                .flatMap(handler -> ((ClassRoutingHandler) handler).getMappers().entrySet().stream())
                .filter(mapper -> mapper.getKey() != null && mapper.getValue().map(rest) != null)
                .forEach(mapper -> methods.add(mapper.getKey()));
    }
}
