package dev.orderflow.devservices.webhook;

import java.net.URI;
import java.util.Map;

/** How a party proves that a webhook is from it. */
@FunctionalInterface
public interface Signature {

    /** The headers to send; computed for each attempt, since a signature may hold the time. */
    Map<String, String> headers(URI target, String body);
}
