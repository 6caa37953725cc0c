package dev.orderflow.bench.load;

import io.vertx.core.buffer.Buffer;

/**
 * What came back; a connection that failed is a failed future instead.
 *
 * @param location what was made; null if nothing was
 */
public record Answer(int status, String location, Buffer body) {

    /** The id that a location ends with. */
    public String madeId() {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
