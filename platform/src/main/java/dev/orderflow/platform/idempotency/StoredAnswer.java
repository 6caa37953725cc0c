package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.http.StrictJson;
import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * An answer as it was first sent.
 *
 * @param body the very bytes, empty for none
 * @param replayed whether it was decided by an earlier call, and this one had no effect
 */
public record StoredAnswer(int status, Map<String, String> headers, Buffer body, boolean replayed) {

    public static final String REPLAYED = "Idempotency-Replayed";

    public StoredAnswer {
        headers = Map.copyOf(headers);
    }

    static StoredAnswer first(Answer answer, StrictJson json) {
        var body = answer.body() == null ? Buffer.buffer() : json.write(answer.body());
        return new StoredAnswer(answer.status(), answer.headers(), body, false);
    }

    /** For a resource to return. */
    public Response toResponse() {
        var response = Response.status(status);
        headers.forEach(response::header);
        if (replayed) {
            response.header(REPLAYED, "true");
        }
        return body.length() == 0
                ? response.build()
                : response.entity(body.getBytes())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
