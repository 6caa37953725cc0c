package dev.orderflow.order.application;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** An event in plain English, with the details that a reader may want beside it. */
record Sentence(String summary, Map<String, String> data) {

    static Sentence of(String format, Object... values) {
        return new Sentence(format.formatted(values), Map.of());
    }

    /** One more detail, unless there is none. */
    Sentence with(String name, Object value) {
        if (value == null) {
            return this;
        }
        var more = new TreeMap<>(data);
        more.put(name, Objects.toString(value));
        return new Sentence(summary, more);
    }
}
