package dev.orderflow.order.api;

import dev.orderflow.platform.http.Parameters;

/** Where a stream is resumed: behind the version that its reader knows. */
final class LastEventId {

    /** What an EventSource sends when it reconnects by itself. */
    static final String HEADER = "Last-Event-ID";

    /** For a reader that comes back with a new ticket, hence with a new EventSource, which knows no last event. */
    static final String PARAMETER = "lastEventId";

    static final String EXAMPLE = """
            id: 2
            event: PaymentRequested
            data: {"version":2,"at":"2026-03-01T12:00:00Z","service":"inventory","event":"PaymentRequested"}

            """;

    private LastEventId() {}

    /**
     * A version that the order has not reached is of another history, of before a database was restored: whoever waited
     * behind it would miss what happens until then. Its reader hears all of this one, from 0.
     */
    static long within(long seen, long version) {
        return seen > version ? 0 : seen;
    }

    /** 0 if it is the beginning. The header is the younger of the two. */
    static long of(String header, String parameter) {
        var sent = Parameters.number(HEADER, header, 0, Long.MAX_VALUE);
        var asked = Parameters.number(PARAMETER, parameter, 0, Long.MAX_VALUE);
        return sent.orElse(asked.orElse(0));
    }
}
