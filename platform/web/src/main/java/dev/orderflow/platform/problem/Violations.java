package dev.orderflow.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** Broken constraints, told in the client's terms: {@code items[0].quantity}, not {@code place.order.items[0].quantity}. */
public final class Violations {

    private Violations() {}

    /** {@code invalid-request} with one error per violation, in the order of their fields. */
    public static ProblemException of(Collection<? extends ConstraintViolation<?>> violations) {
        return Problems.invalid(violations.stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList());
    }

    /** A resource that broke its own promise is our defect, not the client's. */
    static boolean ofReturnValue(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .flatMap(violation ->
                        StreamSupport.stream(violation.getPropertyPath().spliterator(), false))
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .toList();
        if (nodes.isEmpty() || nodes.getFirst().getKind() != ElementKind.METHOD) {
            return joined(nodes);
        }
        String inside = joined(nodes.subList(2, nodes.size()));
        return inside.isEmpty() ? parameter(violation, nodes) : inside;
    }

    private static String parameter(ConstraintViolation<?> violation, List<Path.Node> nodes) {
        return ClientNames.of(
                violation, nodes.get(0).as(Path.MethodNode.class), nodes.get(1).as(Path.ParameterNode.class));
    }

    private static String joined(List<Path.Node> nodes) {
        var field = new StringBuilder();
        nodes.forEach(node -> append(field, node));
        return field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.getIndex() != null) {
            field.append('[').append(node.getIndex()).append(']');
        } else if (node.getKey() != null) {
            field.append('[').append(node.getKey()).append(']');
        }
        boolean named = node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.PARAMETER;
        if (named) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }
}
