package dev.orderflow.systemtests.openapi;

import java.util.List;
import java.util.Map;

/** @param headers by their names in small letters */
public record ApiAnswer(int status, Map<String, List<String>> headers, String body) {

    public String header(String name) {
        var values = headers.get(name.toLowerCase(java.util.Locale.ROOT));
        return values == null ? null : values.getFirst();
    }

    /** Without its parameters; empty if there is none. */
    public String mediaType() {
        var type = header("content-type");
        return type == null ? "" : type.split(";")[0].strip();
    }
}
