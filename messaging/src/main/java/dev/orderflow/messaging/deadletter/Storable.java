package dev.orderflow.messaging.deadletter;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came from outside, as Postgres can hold it: neither text nor jsonb takes NUL. A dead letter that can't be stored
 * would stop its partition for ever.
 */
final class Storable {

    private static final int BRIEF = 1_000;

    private Storable() {}

    static String text(String text) {
        return text == null ? null : text.replace('\u0000', '\uFFFD');
    }

    /** At most 1,000 characters, for what is only read by people. */
    static String brief(String text) {
        return text == null || text.length() <= BRIEF ? text(text) : text(text.substring(0, BRIEF)) + "…";
    }

    static Map<String, String> texts(Map<String, String> texts) {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> text(entry.getKey()), entry -> text(entry.getValue()), (first, second) -> second));
    }
}
