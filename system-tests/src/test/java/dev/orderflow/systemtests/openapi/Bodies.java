package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Bodies for an operation: its example with values that its schema allows too, that with one or two things wrong, and what
 * is no such body at all.
 */
final class Bodies {

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final ApiCall call;
    private final JsonNode valid;

    /** @param valid one that the service can accept */
    Bodies(ApiCall call, JsonNode valid) {
        this.call = call;
        this.valid = valid;
    }

    /** What the schema allows; the given one if no other was found. */
    String valid(Random random) {
        var body = valid.deepCopy();
        var places = places(body);
        for (int changes = random.nextInt(3); changes > 0 && !places.isEmpty(); changes--) {
            vary(Wild.one(places, random), random);
        }
        return (isValid(body) ? body : valid).toString();
    }

    /** Whether it is no JSON, or none that the schema allows; what is left out may be left out. */
    boolean isWrong(String body) {
        try {
            var json = STRICT.readTree(body);
            return !(json.isMissingNode() || isValid(json));
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private boolean isValid(JsonNode body) {
        return call.api().errors(call.requestSchema(), body).isEmpty();
    }

    /** With one or two things that are wrong, or at the edge. */
    String nearlyValid(Random random) {
        JsonNode body = valid.deepCopy();
        for (int changes = random.nextInt(1, 3); changes > 0; changes--) {
            var places = places(body);
            if (places.isEmpty()) {
                return Wild.value(random);
            }
            spoil(Wild.one(places, random), random);
        }
        return random.nextInt(12) == 0 ? twice(body.toString(), random) : body.toString();
    }

    /** A member of an object, or an element of an array. */
    private record Place(JsonNode parent, String name, int index) {

        JsonNode value() {
            return parent instanceof ObjectNode object ? object.path(name) : parent.path(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (index < parent.size()) {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else if (index < parent.size()) {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    private static List<Place> places(JsonNode root) {
        var places = new ArrayList<Place>();
        collect(root, places);
        return places;
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                places.add(new Place(object, member.getKey(), 0));
                collect(member.getValue(), places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                places.add(new Place(array, null, index));
                collect(array.get(index), places);
            }
        }
    }

    private static void vary(Place place, Random random) {
        var value = place.value();
        var factory = JsonNodeFactory.instance;
        if (value.isTextual()) {
            place.set(factory.textNode(random.nextBoolean() ? value.asText() + "x" : "Ω " + value.asText()));
        } else if (value.isInt()) {
            place.set(factory.numberNode(random.nextInt(1, 4)));
        } else if (place.name() != null) {
            place.remove();
        }
    }

    private static void spoil(Place place, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> place.remove();
            case 1 -> unknown(place, random);
            case 2 -> repeated(place, random);
            default -> place.set(raw(Wild.value(random)));
        }
    }

    private static void unknown(Place place, Random random) {
        if (place.parent() instanceof ObjectNode object) {
            object.set(
                    Wild.one(List.of("price", "customerId", "", "__proto__", "Items", "a\u0000"), random),
                    raw(Wild.value(random)));
        } else {
            place.remove();
        }
    }

    /** Up to beyond what a list may have. */
    private static void repeated(Place place, Random random) {
        if (place.parent() instanceof ArrayNode array && !array.isEmpty()) {
            var element = array.get(0);
            for (int more = random.nextInt(1, 130); more > 0; more--) {
                array.add(element.deepCopy());
            }
        } else {
            place.set(raw(Wild.value(random)));
        }
    }

    /** A member of the outermost object once more. */
    private static String twice(String body, Random random) {
        int colon = body.indexOf("\":");
        return body.startsWith("{\"") && colon > 0
                ? body.substring(0, colon + 2) + Wild.value(random) + "," + body.substring(1)
                : body;
    }

    private static JsonNode raw(String json) {
        return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
    }
}
