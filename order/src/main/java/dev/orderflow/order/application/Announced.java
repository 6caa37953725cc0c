package dev.orderflow.order.application;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.order.domain.Verdict.Applied;
import java.util.List;
import java.util.stream.IntStream;

/** The journal's view of a decision: each event with the version that it made. */
public final class Announced {

    private Announced() {}

    public static List<NewEvent> by(Applied applied) {
        var events = applied.events();
        var before = applied.next().version() - events.size();
        return IntStream.range(0, events.size())
                .mapToObj(n -> NewEvent.of(applied.next().id(), before + 1 + n, events.get(n)))
                .toList();
    }
}
