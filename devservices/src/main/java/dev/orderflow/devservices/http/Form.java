package dev.orderflow.devservices.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The fields of a form-encoded body or query; a repeated field keeps its last value. */
public record Form(Map<String, String> fields) {

    public static Form parse(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                fields.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return new Form(fields);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }

    /** The entries of a nested object: {@code metadata[order]=7} is {@code order → 7} of {@code metadata}. */
    public Map<String, String> object(String name) {
        Map<String, String> entries = new TreeMap<>();
        fields.forEach((field, value) -> {
            if (field.startsWith(name + "[") && field.endsWith("]")) {
                entries.put(field.substring(name.length() + 1, field.length() - 1), value);
            }
        });
        return entries;
    }

    /** The fields' names, without what nests in them. */
    public Set<String> names() {
        return fields.keySet().stream()
                .map(field -> field.split("\\[", 2)[0])
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The same for equal fields in any order. */
    public String canonical() {
        return new TreeMap<>(fields).toString();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
