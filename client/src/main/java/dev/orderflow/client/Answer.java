package dev.orderflow.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * A success, with what its header fields say.
 *
 * @param headers as they came
 */
public record Answer<T>(int status, HttpHeaders headers, T body) {

    /** For {@code If-Match} and {@code If-None-Match}. */
    public Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    /** Whether it is the stored answer to an earlier call with the same key. */
    public boolean isReplayed() {
        return headers.firstValue("Idempotency-Replayed").map("true"::equals).orElse(false);
    }

    /** Not what it holds. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
