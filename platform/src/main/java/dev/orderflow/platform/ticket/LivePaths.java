package dev.orderflow.platform.ticket;

import java.util.List;

/**
 * A bean of a service that names its live endpoints, event streams and WebSockets: a GET of one takes {@code ?ticket=} in
 * the place of a token. No other request does.
 */
public interface LivePaths {

    /** For example {@code /orders/{id}/events}: what is in braces stands for any one segment. */
    List<String> templates();
}
