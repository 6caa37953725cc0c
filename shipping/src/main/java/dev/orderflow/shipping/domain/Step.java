package dev.orderflow.shipping.domain;

import dev.orderflow.contracts.shipping.ShippingEvent;
import java.util.ArrayList;
import java.util.List;

/** What the domain made of an input. */
public sealed interface Step {

    /** @param calls what the carrier is to be asked once this is durable */
    record Applied(Shipment next, List<ShippingEvent> events, List<Call> calls) implements Step {

        public Applied {
            events = List.copyOf(events);
            calls = List.copyOf(calls);
        }

        Applied tell(ShippingEvent event) {
            return new Applied(next, with(events, event), calls);
        }

        Applied ask(Call call) {
            return new Applied(next, events, with(calls, call));
        }

        /** Each event makes a version; a change without one makes a version too. */
        Applied after(long version) {
            return new Applied(next.at(version + Math.max(1, events.size())), events, calls);
        }

        /** The version that an event of this step made. */
        public long versionOf(int event) {
            return next.version() - events.size() + 1 + event;
        }

        private static <T> List<T> with(List<T> list, T more) {
            var longer = new ArrayList<>(list);
            longer.add(more);
            return longer;
        }
    }

    /** Late, repeated or impossible; counted by reason. */
    record Ignored(String reason) implements Step {}

    static Applied to(Shipment next) {
        return new Applied(next, List.of(), List.of());
    }

    static Step ignored(String reason) {
        return new Ignored(reason);
    }
}
