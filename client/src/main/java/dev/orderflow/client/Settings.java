package dev.orderflow.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a client behaves.
 *
 * @param bases where the services are
 * @param token asked for each try; null for none
 * @param headers asked for each try, {@code traceparent} for instance
 * @param timeout of one try
 * @param silence after so long without a sign of life a stream is taken for dead
 */
record Settings(
        Map<Service, URI> bases,
        Supplier<String> token,
        Supplier<Map<String, String>> headers,
        RetryPolicy retry,
        Duration timeout,
        Duration silence) {

    URI base(Service service) {
        var base = bases.get(service);
        if (base == null) {
            throw new IllegalStateException("the client was not told where " + service + " is");
        }
        return base;
    }
}
