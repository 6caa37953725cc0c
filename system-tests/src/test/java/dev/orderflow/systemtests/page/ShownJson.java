package dev.orderflow.systemtests.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** JSON as a page shows it: {@code …} is any text in a text, any other members in an object, any other entries at a list's end. */
final class ShownJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MORE = "… and more";

    private final JsonNode shown;
    private final List<String> missing = new ArrayList<>();

    private ShownJson(JsonNode shown) {
        this.shown = shown;
    }

    static ShownJson of(String text) {
        return new ShownJson(read(quoted(text)));
    }

    List<String> missingIn(String output) {
        compare("", shown, read(output));
        return missing;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** As JSON, which knows no … outside of texts. */
    private static String quoted(String text) {
        var json = new StringBuilder();
        var inside = new ArrayDeque<Character>();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            quoted ^= c == '"';
            if (!quoted && (c == '{' || c == '[')) {
                inside.push(c);
            } else if (!quoted && (c == '}' || c == ']')) {
                inside.pop();
            }
            boolean more = c == '…' && !quoted;
            json.append(!more ? c : inside.peek() == '{' ? "\"" + MORE + "\":0" : "\"" + MORE + "\"");
        }
        return json.toString();
    }

    private void compare(String where, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            compareMembers(where, expected, actual);
        } else if (expected.isArray() && actual.isArray()) {
            compareEntries(where, expected, actual);
        } else if (!(expected.isTextual() && actual.isTextual()
                ? ShownAnswer.matches(expected.asText(), actual.asText())
                : expected.equals(actual))) {
            missing.add("%s: %s is shown, %s is answered".formatted(where, expected, actual));
        }
    }

    private void compareMembers(String where, JsonNode expected, JsonNode actual) {
        expected.properties().stream()
                .filter(member -> !member.getKey().equals(MORE))
                .forEach(member ->
                        compare(where + "/" + member.getKey(), member.getValue(), actual.path(member.getKey())));
        if (!expected.has(MORE)) {
            actual.fieldNames().forEachRemaining(name -> {
                if (!expected.has(name)) {
                    missing.add(where + "/" + name + " is answered, but not shown");
                }
            });
        }
    }

    private void compareEntries(String where, JsonNode expected, JsonNode actual) {
        boolean open = !expected.isEmpty()
                && expected.get(expected.size() - 1).asText().equals(MORE);
        int shownEntries = open ? expected.size() - 1 : expected.size();
        if (actual.size() < shownEntries || (!open && actual.size() > shownEntries)) {
            missing.add("%s: %d entries are shown, %d answered".formatted(where, shownEntries, actual.size()));
            return;
        }
        for (int entry = 0; entry < shownEntries; entry++) {
            compare(where + "/" + entry, expected.get(entry), actual.get(entry));
        }
    }
}
