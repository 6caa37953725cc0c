package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on a schema that is just big enough for it. */
class CompatibilityTest {

    private static final JsonMapper LENIENT =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private static final String CARRIER = """
            {'type': 'object', 'properties': {'carrier': {'type': 'string'}}, 'required': ['carrier']}""";

    static List<Arguments> harmless() {
        return List.of(
                change("nothing changed", CARRIER, CARRIER),
                change("an optional field was added", CARRIER, """
                        {'type': 'object', 'properties': {'carrier': {'type': 'string'}, 'weight': {'type': 'integer'}},
                         'required': ['carrier']}"""),
                change("an optional object with required fields was added", CARRIER, """
                        {'type': 'object', 'properties': {'carrier': {'type': 'string'}, 'fee': {'$ref': '#/$defs/Money'}},
                         'required': ['carrier'],
                         '$defs': {'Money': {'properties': {'amount': {'type': 'string'}}, 'required': ['amount']}}}"""),
                change("the description changed", CARRIER, """
                        {'description': 'who carries it', 'type': 'object', 'required': ['carrier'],
                         'properties': {'carrier': {'type': 'string', 'description': 'its name'}}}"""),
                change(
                        "a definition was renamed",
                        "{'properties': {'a': {'$ref': '#/$defs/A'}}, '$defs': {'A': {'type': 'string'}}}",
                        "{'properties': {'a': {'$ref': '#/$defs/B'}}, '$defs': {'B': {'type': 'string'}}}"),
                change(
                        "an extensible enum got a constant",
                        field("{'type': 'string', 'x-extensible-enum': ['STOCK']}"),
                        field("{'type': 'string', 'x-extensible-enum': ['STOCK', 'PAYMENT']}")),
                change(
                        "an optional field became personal",
                        field("{'type': 'string'}"),
                        field("{'type': 'string', 'x-personal': true}")));
    }

    static List<Arguments> breaking() {
        return List.of(
                change(
                        "an optional field was removed",
                        field("{'type': 'string'}"),
                        "{'type': 'object', 'properties': {}}",
                        "f was removed; events only grow"),
                change(
                        "a required field was removed",
                        CARRIER,
                        "{'type': 'object', 'properties': {}}",
                        "carrier was removed; events only grow"),
                change(
                        "a required field became optional",
                        CARRIER,
                        "{'type': 'object', 'properties': {'carrier': {'type': 'string'}}}",
                        "carrier may be absent now, which an older reader refuses"),
                change(
                        "an optional field became required",
                        "{'type': 'object', 'properties': {'carrier': {'type': 'string'}}}",
                        CARRIER,
                        "carrier is required now, which events already published may lack"),
                change(
                        "a required field was added",
                        "{'type': 'object', 'properties': {}}",
                        CARRIER,
                        "carrier is required now, which events already published may lack"),
                change(
                        "a type changed",
                        field("{'type': 'string'}"),
                        field("{'type': 'integer'}"),
                        "f has another type: \"integer\", was \"string\""),
                change(
                        "a format was added",
                        field("{'type': 'string'}"),
                        field("{'type': 'string', 'format': 'uuid'}"),
                        "f has another format: \"uuid\", was none"),
                change(
                        "a pattern changed",
                        field("{'pattern': '^[A-Z]{3}$'}"),
                        field("{'pattern': '^[A-Z]{2}$'}"),
                        "f has another pattern: \"^[A-Z]{2}$\", was \"^[A-Z]{3}$\""),
                change(
                        "a limit changed",
                        field("{'minimum': 1}"),
                        field("{'minimum': 0}"),
                        "f has another minimum: 0, was 1"),
                change(
                        "an enum lost a constant",
                        field("{'enum': ['CANCELLED', 'RETURNED']}"),
                        field("{'enum': ['CANCELLED']}"),
                        "f has another enum: [\"CANCELLED\"], was [\"CANCELLED\",\"RETURNED\"]"),
                change(
                        "an enum got a constant",
                        field("{'enum': ['CANCELLED']}"),
                        field("{'enum': ['CANCELLED', 'LOST']}"),
                        "f has another enum: [\"CANCELLED\",\"LOST\"], was [\"CANCELLED\"]"),
                change(
                        "an extensible enum lost a constant",
                        field("{'x-extensible-enum': ['STOCK', 'PAYMENT']}"),
                        field("{'x-extensible-enum': ['STOCK']}"),
                        "f has lost the constant PAYMENT"),
                change(
                        "an extensible enum became free text",
                        field("{'type': 'string', 'x-extensible-enum': ['STOCK']}"),
                        field("{'type': 'string'}"),
                        "f is no longer an enum of the same kind, extensible or not"),
                change(
                        "a personal field became an ordinary one",
                        field("{'type': 'string', 'x-personal': true}"),
                        field("{'type': 'string'}"),
                        "f was erased on request and no longer is"),
                change(
                        "what is in a list changed",
                        field("{'type': 'array', 'items': {'type': 'string'}}"),
                        field("{'type': 'array', 'items': {'type': 'integer'}}"),
                        "f[] has another type: \"integer\", was \"string\""),
                change(
                        "a list became a single value",
                        field("{'type': 'array', 'items': {'type': 'string'}}"),
                        field("{'type': 'string'}"),
                        "f[] has another type: none, was \"string\"",
                        "f has another type: \"string\", was \"array\""),
                change(
                        "a field of a shared definition was removed",
                        "{'properties': {'fee': {'$ref': '#/$defs/M'}}, '$defs': {'M': {'properties': {'amount': {}, 'unit': {}}}}}",
                        "{'properties': {'fee': {'$ref': '#/$defs/M'}}, '$defs': {'M': {'properties': {'amount': {}}}}}",
                        "fee.unit was removed; events only grow"),
                change(
                        "unknown fields are refused now",
                        CARRIER,
                        CARRIER.replaceFirst("\\{", "{'additionalProperties': false, "),
                        "the event has another additionalProperties: false, was none"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void isHarmless(JsonNode before, JsonNode after, List<String> none) {
        assertThat(Compatibility.breaks(before, after)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void breaksAReader(JsonNode before, JsonNode after, List<String> breaks) {
        assertThat(Compatibility.breaks(before, after)).isEqualTo(breaks);
    }

    private static String field(String schema) {
        return "{'type': 'object', 'properties': {'f': %s}}".formatted(schema);
    }

    private static Arguments change(String name, String before, String after, String... breaks) {
        return Arguments.of(Named.of(name, json(before)), json(after), List.of(breaks));
    }

    private static JsonNode json(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
