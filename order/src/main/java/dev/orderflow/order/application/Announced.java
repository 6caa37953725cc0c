package dev.orderflow.order.application;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.order.domain.Verdict.Applied;
import java.util.List;
import java.util.stream.IntStream;

/** The journal's view of a decision: each event with the version that it made, and with the time of both. */
public final class Announced {

    private Announced() {}

    public static List<NewEvent> by(Applied applied) {
        var events = applied.events();
        var next = applied.next();
        var before = next.version() - events.size();
        return IntStream.range(0, events.size())
                .mapToObj(n -> NewEvent.of(next.id(), before + 1 + n, events.get(n), next.updatedAt()))
                .toList();
    }
}
