package dev.orderflow.payment.domain;

import dev.orderflow.contracts.payment.PaymentEvent;
import java.util.List;
import java.util.stream.Stream;

/** What payment makes of an input. */
public sealed interface Outcome {

    /**
     * The input took effect.
     *
     * @param events to publish, in this order; their versions are those after the former payment's
     * @param commands to carry out after the commit
     */
    record Applied(Payment next, List<PaymentEvent> events, List<Command> commands) implements Outcome {

        public Applied {
            events = List.copyOf(events);
            commands = List.copyOf(commands);
        }

        /** Whether there is anything to keep: an input may lead to nothing but another question. */
        public boolean changes(Payment before) {
            return !events.isEmpty() || !next.isAt(before);
        }

        static Applied to(Payment next) {
            return new Applied(next, List.of(), List.of());
        }

        Applied saying(PaymentEvent event) {
            return new Applied(
                    next, Stream.concat(events.stream(), Stream.of(event)).toList(), commands);
        }

        Applied doing(Command command) {
            return new Applied(
                    next,
                    events,
                    Stream.concat(commands.stream(), Stream.of(command)).toList());
        }

        Applied after(long version) {
            return new Applied(next.at(version + Math.max(1, events.size())), events, commands);
        }
    }

    /** The input changes nothing; the reason is one of a few, for a counter. */
    record Ignored(String reason) implements Outcome {

        static final Ignored DUPLICATE = new Ignored("duplicate");
        static final Ignored LATE = new Ignored("late");
        static final Ignored IMPOSSIBLE = new Ignored("impossible");
        static final Ignored FOREIGN = new Ignored("foreign");
        static final Ignored IN_FLIGHT = new Ignored("in-flight");
        static final Ignored CANCELLED = new Ignored("cancelled");
    }
}
