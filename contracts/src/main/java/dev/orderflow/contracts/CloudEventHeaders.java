package dev.orderflow.contracts;

/** Kafka headers of an event: CloudEvents 1.0 in binary mode, with W3C trace context. All values are UTF-8 text. */
public final class CloudEventHeaders {

    /** UUIDv7, unique per event; the same again if an event is delivered again. */
    public static final String ID = "ce_id";
    /** The event's {@link EventType#name() logical name}, {@code orderflow.order.placed} for instance. */
    public static final String TYPE = "ce_type";
    /** The publishing {@link #source(String) service}, {@code /orderflow/order} for instance. */
    public static final String SOURCE = "ce_source";
    /** The {@link Event#key() key} of the record: what the event is about. */
    public static final String SUBJECT = "ce_subject";
    /** When it was decided or recorded, RFC 3339 in UTC. */
    public static final String TIME = "ce_time";
    /** The version of CloudEvents, always {@code 1.0}. */
    public static final String SPEC_VERSION = "ce_specversion";
    /** The {@link EventType#version() version} of the event's JSON, in decimal. */
    public static final String DATA_VERSION = "ce_dataversion";
    /** Always {@code application/json}; binary mode uses this name without a prefix. */
    public static final String CONTENT_TYPE = "content-type";
    /** W3C trace context of what caused the event. */
    public static final String TRACE_PARENT = "traceparent";
    /** W3C vendor state that goes with {@code traceparent}; often absent. */
    public static final String TRACE_STATE = "tracestate";

    public static final String SPEC_VERSION_1_0 = "1.0";
    public static final String APPLICATION_JSON = "application/json";

    private CloudEventHeaders() {}

    /** The value of {@link #SOURCE} for a service. */
    public static String source(String service) {
        return "/orderflow/" + service;
    }
}
