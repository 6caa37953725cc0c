package dev.orderflow.contracts.published;

/** What our schemas say beyond JSON Schema; validators pass over it. */
final class Keywords {

    /** The event's {@code ce_type}. */
    static final String TYPE = "x-ce-type";
    /** The event's {@code ce_dataversion}. */
    static final String VERSION = "x-ce-dataversion";
    /** Where it is published. */
    static final String TOPIC = "x-topic";
    /** The field that the Kafka key repeats. */
    static final String KEY = "x-key";
    /** The field is erased on request, so it may be absent at any time. */
    static final String PERSONAL = "x-personal";
    /** The values known today; more may come, and a reader leaves out what it doesn't know. */
    static final String EXTENSIBLE_ENUM = "x-extensible-enum";

    private Keywords() {}
}
