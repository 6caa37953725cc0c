package dev.orderflow.platform.idempotency;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a call that took effect answers: a success, since refusals are problems. Only these two header fields are kept
 * for a repetition.
 *
 * @param status 2xx
 * @param headers {@code Location}, {@code ETag} or none
 * @param body what is written as JSON, null for none
 */
public record Answer(int status, Map<String, String> headers, Object body) {

    static final String LOCATION = "Location";
    static final String ETAG = "ETag";

    public Answer {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException(status + " is no success; refuse with a problem");
        }
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), body);
    }

    /** 201 with the address of what was created, as it is given, relative or not. */
    public static Answer created(String location, Object body) {
        return of(201, body).with(LOCATION, location);
    }

    /** @param etag with its quotes */
    public Answer etag(String etag) {
        return with(ETAG, etag);
    }

    private Answer with(String name, String value) {
        var more = new TreeMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
