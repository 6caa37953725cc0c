package dev.orderflow.systemtests.openapi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which operation an address leads to, as a server has to read it (RFC 3986, 6). */
final class Addresses {

    private static final int LONGEST = 8_000;

    private final List<ApiCall> calls;

    Addresses(List<ApiCall> calls) {
        this.calls = calls;
    }

    /** Of the closest description: empty if that doesn't have the method, even if one that names less of the address does. */
    Optional<ApiCall> operation(String method, String target) {
        return closest(target).stream()
                .filter(call -> call.method().equals(method.equals("HEAD") ? "GET" : method))
                .findFirst();
    }

    /** Those of every description that the address fits, and those that follow from them. */
    Set<String> methods(String target) {
        return methods(at(target));
    }

    /** Those of the description that names most of the address: {@code /orders/batch} rather than {@code /orders/{id}}. */
    Set<String> methodsOfTheClosest(String target) {
        return methods(closest(target));
    }

    private List<ApiCall> closest(String target) {
        var calls = at(target);
        int fewest = calls.stream().mapToInt(Addresses::parameters).min().orElse(0);
        return calls.stream().filter(call -> parameters(call) == fewest).toList();
    }

    private static int parameters(ApiCall call) {
        return call.parameters("path").size();
    }

    private static Set<String> methods(List<ApiCall> calls) {
        var methods = new TreeSet<String>();
        calls.forEach(call -> methods.add(call.method()));
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    /** What is refused before any operation: see the description of each document. */
    static boolean isHardlyHttp(ApiRequest request) {
        try {
            new URI(request.target());
        } catch (URISyntaxException e) {
            return true;
        }
        return request.target().length() > LONGEST
                || request.headers().stream().anyMatch(field -> field.name().equals("Upgrade"));
    }

    private List<ApiCall> at(String target) {
        var path = normalized(target);
        return calls.stream()
                .filter(call -> pattern(call.path()).matcher(path).matches())
                .toList();
    }

    private static Pattern pattern(String template) {
        var literals = template.split("\\{[^}]*}", -1);
        return Pattern.compile(String.join("[^/]+", List.of(literals)));
    }

    private static String normalized(String target) {
        var path = target.split("\\?", 2)[0].replaceAll("(?i)%2e", ".").replaceAll(";[^/]*", "");
        var segments = new ArrayDeque<String>();
        for (var segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
