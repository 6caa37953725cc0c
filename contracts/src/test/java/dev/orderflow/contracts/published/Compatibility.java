package dev.orderflow.contracts.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a changed schema breaks, for an older reader of new events or a new reader of older ones; within one version,
 * both happen. A field may be added if it is optional, and a constant to an extensible enum. Words may change. What is
 * not known to be safe is refused.
 */
final class Compatibility {

    /** Words, what {@link #resolve} has followed, and what {@link Publication} compares. */
    private static final Set<String> NOT_COMPARED =
            Set.of("$schema", "$id", "$defs", "$ref", "title", "description", Keywords.TOPIC, Keywords.KEY);

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    /** One line for each break, which names the field; empty if there is none. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        var comparison = new Compatibility(before, after);
        comparison.compare("", before, after);
        return comparison.breaks;
    }

    private void compare(String path, JsonNode older, JsonNode newer) {
        var old = resolve(older, before);
        var now = resolve(newer, after);
        var keywords = new TreeSet<String>();
        old.fieldNames().forEachRemaining(keywords::add);
        now.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(NOT_COMPARED);
        keywords.forEach(keyword -> compareKeyword(keyword, path, old, now));
    }

    private void compareKeyword(String keyword, String path, JsonNode old, JsonNode now) {
        switch (keyword) {
            case "properties" -> compareFields(path, old.path(keyword), now.path(keyword));
            case "items" -> compare(path + "[]", old.path(keyword), now.path(keyword));
            case "required" -> compareRequired(path, old, now);
            case Keywords.EXTENSIBLE_ENUM -> compareConstants(path, old.get(keyword), now.get(keyword));
            case Keywords.PERSONAL ->
                report(old.has(keyword) && !now.has(keyword), path, "was erased on request and no longer is");
            default ->
                report(
                        !old.path(keyword).equals(now.path(keyword)),
                        path,
                        "has another %s: %s, was %s".formatted(keyword, shown(now, keyword), shown(old, keyword)));
        }
    }

    private void compareFields(String path, JsonNode old, JsonNode now) {
        old.properties().forEach(field -> {
            var name = path + "." + field.getKey();
            if (now.has(field.getKey())) {
                compare(name, field.getValue(), now.get(field.getKey()));
            } else {
                breaks.add(said(name, "was removed; events only grow"));
            }
        });
    }

    private void compareRequired(String path, JsonNode old, JsonNode now) {
        var requiredBefore = texts(old.path("required"));
        var requiredNow = texts(now.path("required"));
        for (String field : requiredBefore) {
            var stillThere = now.path("properties").has(field);
            report(
                    stillThere && !requiredNow.contains(field),
                    path + "." + field,
                    "may be absent now, which an older reader refuses");
        }
        for (String field : requiredNow) {
            report(
                    !requiredBefore.contains(field),
                    path + "." + field,
                    "is required now, which events already published may lack");
        }
    }

    private void compareConstants(String path, JsonNode old, JsonNode now) {
        if (old == null || now == null) {
            breaks.add(said(path, "is no longer an enum of the same kind, extensible or not"));
        } else {
            texts(old).stream()
                    .filter(constant -> !texts(now).contains(constant))
                    .forEach(constant -> breaks.add(said(path, "has lost the constant " + constant)));
        }
    }

    private void report(boolean broken, String path, String what) {
        if (broken) {
            breaks.add(said(path, what));
        }
    }

    private static String said(String path, String what) {
        return (path.isEmpty() ? "the event" : path.substring(1)) + " " + what;
    }

    private static String shown(JsonNode schema, String keyword) {
        return schema.has(keyword) ? schema.get(keyword).toString() : "none";
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** With what its {@code $ref} points to, so that a renamed or shared definition is no change. */
    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode resolved = root.at(schema.get("$ref").asText().substring(1)).deepCopy();
        resolved.setAll((ObjectNode) schema);
        return resolved;
    }
}
