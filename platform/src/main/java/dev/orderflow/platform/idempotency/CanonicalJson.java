package dev.orderflow.platform.idempotency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One text per JSON value, in the manner of RFC 8785: members sorted by name, no white space. Numbers are exact decimals
 * ({@code 2.0}, {@code 2} and {@code 20e-1} are one number) where RFC 8785 would round them to doubles.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case NUMBER -> value.decimalValue().stripTrailingZeros().toString();
            default -> value.toString();
        };
    }

    private static String object(JsonNode value) {
        return value.properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(member -> JsonNodeFactory.instance.textNode(member.getKey()) + ":" + of(member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false)
                .map(CanonicalJson::of)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
