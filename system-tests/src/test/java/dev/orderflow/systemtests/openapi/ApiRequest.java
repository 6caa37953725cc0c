package dev.orderflow.systemtests.openapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is sent, byte for byte.
 *
 * @param target path and query, encoded
 * @param body one character per byte; null for none
 */
public record ApiRequest(String method, String target, List<Field> headers, String body) {

    /** A header field. */
    public record Field(String name, String value) {}

    public ApiRequest {
        headers = List.copyOf(headers);
    }

    /** The bytes of a text, as a body has them. */
    public static String bytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** To be pasted into a shell; what is long is cut. */
    public String curl(String baseUrl) {
        var fields = headers.stream()
                .map(field -> " -H %s".formatted(quoted(field.name() + ": " + shortened(field))))
                .collect(Collectors.joining());
        var data = body == null ? "" : " --data-binary " + quoted(cut(body, 1_500));
        return "curl -i --path-as-is -X %s %s%s%s".formatted(method, quoted(baseUrl + cut(target, 500)), fields, data);
    }

    private static String shortened(Field field) {
        return cut(field.value(), field.name().equals("Authorization") ? 24 : 300);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "...(" + text.length() + ")";
    }

    /** For bash: control characters and other bytes by their numbers. */
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c -> c == '\'' || c == '\\'
                        ? "\\" + (char) c
                        : c < 32 || c > 126 ? "\\x%02x".formatted(c & 255) : "" + (char) c)
                .collect(Collectors.joining("", "$'", "'"));
    }
}
