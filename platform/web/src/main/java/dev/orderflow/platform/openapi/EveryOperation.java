package dev.orderflow.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Refuses to build a service that has an operation which its description lacks (hidden, or excluded from it): what filters
 * hold to the description would refuse it, or not know what it may be asked. It is the other way round for what replicas ask
 * each other ({@link DescribedApi#BETWEEN_REPLICAS}).
 */
final class EveryOperation {

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private static final Map<DotName, PathItem.HttpMethod> METHODS = Stream.of(PathItem.HttpMethod.values())
            .collect(java.util.stream.Collectors.toMap(
                    method -> DotName.createSimple("jakarta.ws.rs." + method), method -> method));

    private EveryOperation() {}

    /** @throws IllegalStateException that names those that are not */
    static void isDescribed(OpenAPI api, IndexView index) {
        var wrong = index.getAnnotations(PATH).stream()
                .filter(path -> path.target().kind() == AnnotationTarget.Kind.CLASS)
                .map(path -> path.target().asClass())
                .filter(resource -> !resource.isInterface())
                .flatMap(resource -> wrong(api, resource))
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "operations that are not described, or that are although they are between replicas: " + wrong);
        }
    }

    private static Stream<String> wrong(OpenAPI api, ClassInfo resource) {
        return resource.methods().stream()
                .flatMap(method -> METHODS.entrySet().stream()
                        .filter(http -> method.hasDeclaredAnnotation(http.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(http -> isWrong(api, http, path(resource.declaredAnnotation(PATH), method)))
                        .map(http -> http + " of " + resource.name() + "." + method.name()));
    }

    private static boolean isWrong(OpenAPI api, PathItem.HttpMethod http, String path) {
        return isDescribed(api, http, path) == path.startsWith(DescribedApi.BETWEEN_REPLICAS);
    }

    private static boolean isDescribed(OpenAPI api, PathItem.HttpMethod http, String path) {
        return Optional.ofNullable(api.getPaths())
                .map(paths -> paths.getPathItem(path))
                .map(item -> item.getOperations().containsKey(http))
                .orElse(false);
    }

    private static String path(AnnotationInstance ofClass, MethodInfo method) {
        var whole = Stream.concat(Stream.of(ofClass), Optional.ofNullable(method.declaredAnnotation(PATH)).stream())
                .flatMap(path -> List.of(path.value().asString().split("/")).stream())
                .filter(part -> !part.isEmpty())
                .reduce("", (before, part) -> before + "/" + part);
        return whole.isEmpty() ? "/" : whole;
    }
}
