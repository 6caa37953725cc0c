package dev.orderflow.order.application;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.journal.Recorded;
import dev.orderflow.order.domain.InternalEvent;

/** Makes journal rows readable. */
final class TimelineEntries {

    private static final String SELF = "order";

    private TimelineEntries() {}

    static TimelineEntry of(Recorded recorded) {
        var sentence = switch (recorded.payload()) {
            case OrderEvent published -> Sentences.of(published);
            case InternalEvent internal -> Sentences.of(internal);
            default -> throw new IllegalStateException(recorded.type() + " is no event of an order");
        };
        return new TimelineEntry(
                recorded.version(),
                recorded.at(),
                service(recorded.cause()),
                recorded.payload().getClass().getSimpleName(),
                sentence.summary(),
                sentence.data());
    }

    /** A CloudEvents source ends in the service's name; what a person or a deadline caused has none. */
    private static String service(Cause cause) {
        var source = cause.causationSource();
        return source == null ? SELF : source.substring(source.lastIndexOf('/') + 1);
    }
}
