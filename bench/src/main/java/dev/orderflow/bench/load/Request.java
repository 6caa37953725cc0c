package dev.orderflow.bench.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;

/**
 * One call.
 *
 * @param url absolute
 * @param body null for none
 */
public record Request(HttpMethod method, String url, Map<String, String> headers, Buffer body) {

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(String url, Map<String, String> headers) {
        return new Request(HttpMethod.GET, url, headers, null);
    }
}
