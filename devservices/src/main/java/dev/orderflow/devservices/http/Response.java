package dev.orderflow.devservices.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer with a JSON body. */
public record Response(int status, String body, Map<String, String> headers) implements Answer {

    public static Response json(int status, Object body) {
        return new Response(status, Json.write(body), Map.of());
    }

    public static Response ok(Object body) {
        return json(200, body);
    }

    /** The same answer with one more header. */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, body, more);
    }
}
