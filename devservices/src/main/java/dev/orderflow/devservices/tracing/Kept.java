package dev.orderflow.devservices.tracing;

/**
 * A span as it is kept: as it came, since most are never asked for.
 *
 * @param key the aggregate's id, if the span names one, else null
 * @param span its protobuf
 */
record Kept(String traceId, String key, String service, byte[] span) {

    /** The object, its array and its places in lists, roughly. */
    private static final int OVERHEAD = 96;

    int bytes() {
        return span.length + OVERHEAD;
    }
}
