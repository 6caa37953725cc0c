package dev.orderflow.notification.live;

import dev.orderflow.notification.domain.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What one reader was told. Commits don't become visible in the order of their times, so each look goes back a while, and
 * this tells what is new in it. What began shortly before the reader came is told too: it may have been missing in the
 * list that the reader read before, and twice is better than never.
 */
final class Seen {

    private record Told(Status status, Instant createdAt) {}

    private final Instant since;
    private final Map<UUID, Told> told = new HashMap<>();

    Seen(Instant since) {
        this.since = since;
    }

    /** Whether the reader doesn't know this; from now on they do. */
    boolean isNews(UUID id, Status status, Instant createdAt) {
        if (createdAt.isBefore(since)) {
            return false;
        }
        var before = told.put(id, new Told(status, createdAt));
        return before == null || before.status() != status;
    }

    /** No look goes back behind this time any more. */
    void forget(Instant before) {
        told.values().removeIf(each -> each.createdAt().isBefore(before));
    }

    int size() {
        return told.size();
    }
}
