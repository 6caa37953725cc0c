package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Which pods a NetworkPolicy means; an empty one means all. */
record PodSelector(JsonNode selector) {

    boolean selects(Endpoint pods) {
        return selector.path("matchLabels")
                        .propertyStream()
                        .allMatch(label ->
                                label.getValue().asText().equals(pods.labels().get(label.getKey())))
                && each(selector.path("matchExpressions")).allMatch(expression -> suits(expression, pods));
    }

    private static boolean suits(JsonNode expression, Endpoint pods) {
        var label = pods.labels().get(expression.path("key").asText());
        return switch (expression.path("operator").asText()) {
            case "In" -> values(expression).anyMatch(value -> value.equals(label));
            case "NotIn" -> values(expression).noneMatch(value -> value.equals(label));
            case "Exists" -> label != null;
            case "DoesNotExist" -> label == null;
            default -> throw new AssertionError("what is " + expression);
        };
    }

    /** What it asks for and nobody has: one of several values, too, is there for somebody. */
    Stream<String> vain(List<Endpoint> all) {
        var selected = all.stream().filter(this::selects).toList();
        return selected.isEmpty()
                ? Stream.of(selector + " finds nobody")
                : each(selector.path("matchExpressions"))
                        .filter(expression ->
                                expression.path("operator").asText().equals("In"))
                        .flatMap(expression -> vain(expression, selected));
    }

    private static Stream<String> vain(JsonNode expression, List<Endpoint> selected) {
        var key = expression.path("key").asText();
        return values(expression)
                .filter(value -> selected.stream()
                        .noneMatch(pods -> value.equals(pods.labels().get(key))))
                .map(value -> key + " " + value + " finds nobody");
    }

    private static Stream<String> values(JsonNode expression) {
        return each(expression.path("values")).map(JsonNode::asText);
    }
}
