package dev.orderflow.order.domain;

import dev.orderflow.contracts.OrderScoped;
import java.util.List;
import java.util.Locale;

/** What came of an {@link OrderInput}. */
public sealed interface Verdict {

    /**
     * It took effect.
     *
     * @param next the order after the last of the events
     * @param events what is to be appended, oldest first; the last one made {@code next.version()}, the one before it the
     *     version before that
     */
    record Applied(Order next, List<OrderScoped> events) implements Verdict {

        public Applied {
            events = List.copyOf(events);
        }
    }

    /** It changes nothing. */
    record Ignored(Why why) implements Verdict {}

    /** A command that the order's status does not allow. */
    record Refused(Refusal refusal) implements Verdict {}

    /** Why an input was ignored; few, because they label a metric. */
    enum Why {
        /** It answers a question that is no longer open. */
        LATE,
        /** The order has it already. */
        DUPLICATE,
        /** Nobody asked for it. */
        IMPOSSIBLE,
        /** The deadline has not passed. */
        EARLY;

        /** The metric's label. */
        public String code() {
            return kebab(this);
        }
    }

    /** Why a command was refused. */
    enum Refusal {
        /** The parcel left; only a return helps. */
        NOT_CANCELLABLE,
        /** It is cancelled, and nothing is left to be undone. */
        ALREADY_CANCELLED,
        /** The address is with shipping. */
        NOT_CHANGEABLE,
        /** It was not delivered, or it is on its way back. */
        NOT_RETURNABLE,
        /** Nothing that could be asked again was asked. */
        NOT_RETRYABLE,
        /** It is not stuck. */
        NOT_RESOLVABLE;

        /** The problem's name over HTTP, for those that have one. */
        public String code() {
            return kebab(this);
        }
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
