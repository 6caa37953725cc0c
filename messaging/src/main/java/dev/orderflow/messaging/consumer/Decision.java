package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.task.NewTask;
import java.util.List;

/** What the domain made of an event. */
public sealed interface Decision {

    /** The event took effect; what follows from it is appended and scheduled in the same transaction. */
    record Applied(List<NewEvent> events, List<NewTask> tasks) implements Decision {

        public Applied {
            events = List.copyOf(events);
            tasks = List.copyOf(tasks);
        }
    }

    /** The event changes nothing (late, duplicate, impossible); counted by reason. */
    record Ignored(String reason) implements Decision {}

    static Decision applied(List<NewEvent> events) {
        return new Applied(events, List.of());
    }

    static Decision applied(NewEvent... events) {
        return new Applied(List.of(events), List.of());
    }

    static Decision ignored(String reason) {
        return new Ignored(reason);
    }
}
