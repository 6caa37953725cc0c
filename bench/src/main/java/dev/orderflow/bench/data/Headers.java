package dev.orderflow.bench.data;

import java.util.UUID;

/** A journal row's headers: the order's trace, and the event that led to it. */
final class Headers {

    private Headers() {}

    /** @param cause null for what a person, a deadline or an outside party caused */
    static String of(String trace, Causes cause, UUID causeId) {
        if (cause == null) {
            return "{\"traceparent\":\"" + trace + "\"}";
        }
        return "{\"traceparent\":\"" + trace + "\",\"causationId\":\"" + causeId + "\",\"causationType\":\""
                + cause.type() + "\",\"causationSource\":\"/orderflow/" + cause.service() + "\"}";
    }
}
