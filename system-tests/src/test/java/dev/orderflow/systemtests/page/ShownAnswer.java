package dev.orderflow.systemtests.page;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a page shows of an output: status line and header fields, then a body; or a body alone; or lines, of which others may
 * stand between. {@code …} is whatever comes.
 */
public record ShownAnswer(String shown) {

    private static final String ANYTHING = "…";

    /** What of it the output does not have. */
    public List<String> missingIn(String output) {
        var text = output.replace("\r\n", "\n").strip();
        if (shown.isBlank()) {
            return List.of("nothing is shown that could be compared");
        }
        return shown.startsWith("HTTP/") ? missingInAnswer(text) : missingInBody(shown, text);
    }

    private List<String> missingInAnswer(String output) {
        var expected = parts(shown);
        var actual = parts(output);
        var missing = new ArrayList<>(missingInHead(lines(expected[0]), lines(actual[0])));
        missing.addAll(missingInBody(expected[1], actual[1]));
        return missing;
    }

    /** Head and body. */
    private static String[] parts(String answer) {
        var parts = answer.split("\n\n", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }

    private static List<String> missingInHead(List<String> expected, List<String> actual) {
        var missing = new ArrayList<String>();
        if (!matches(expected.getFirst(), actual.getFirst())) {
            missing.add(expected.getFirst() + " is " + actual.getFirst());
        }
        expected.stream()
                .skip(1)
                .filter(field -> actual.stream().noneMatch(line -> matches(named(field), named(line))))
                .forEach(missing::add);
        return missing;
    }

    /** With the name of the header field in lower case. */
    private static String named(String field) {
        int colon = Math.max(0, field.indexOf(':'));
        return field.substring(0, colon).toLowerCase(Locale.ROOT) + field.substring(colon);
    }

    private static List<String> missingInBody(String expected, String actual) {
        if (expected.isBlank()) {
            return actual.isBlank() ? List.of() : List.of("no body is shown, but there is one: " + actual);
        }
        return expected.startsWith("{") || expected.startsWith("[")
                ? ShownJson.of(expected).missingIn(actual)
                : missingLines(lines(expected), lines(actual));
    }

    private static List<String> missingLines(List<String> expected, List<String> actual) {
        int found = 0;
        for (var line : actual) {
            if (found < expected.size() && matches(expected.get(found), line)) {
                found++;
            }
        }
        return expected.subList(found, expected.size());
    }

    static boolean matches(String expected, String actual) {
        var pattern =
                Arrays.stream(expected.split(ANYTHING, -1)).map(Pattern::quote).collect(joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(actual).matches();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
