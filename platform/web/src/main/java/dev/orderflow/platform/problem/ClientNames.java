package dev.orderflow.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** What a client calls the parameter of a resource method. */
final class ClientNames {

    private static final String BODY = "body";

    private ClientNames() {}

    /** @param call the method's node and then the parameter's */
    static String of(ConstraintViolation<?> violation, Path.MethodNode call, Path.ParameterNode parameter) {
        return method(violation.getRootBeanClass(), call)
                .map(method -> name(method.getParameters()[parameter.getParameterIndex()]))
                .orElse(parameter.getName());
    }

    /** The root is a proxy's class where the resource has interceptors. */
    private static Optional<Method> method(Class<?> root, Path.MethodNode call) {
        var types = call.getParameterTypes().toArray(Class<?>[]::new);
        return Stream.<Class<?>>iterate(root, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method ->
                        method.getName().equals(call.getName()) && Arrays.equals(method.getParameterTypes(), types))
                .reduce((proxy, resource) -> resource);
    }

    private static String name(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .flatMap(ClientNames::name)
                .findFirst()
                .orElse(BODY);
    }

    private static Stream<String> name(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> Stream.of(query.value());
            case PathParam path -> Stream.of(path.value());
            case HeaderParam header -> Stream.of(header.value());
            case CookieParam cookie -> Stream.of(cookie.value());
            default -> Stream.empty();
        };
    }
}
