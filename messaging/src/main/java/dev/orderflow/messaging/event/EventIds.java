package dev.orderflow.messaging.event;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidUtil;
import java.time.Instant;
import java.util.UUID;

/** UUIDv7 (RFC 9562): sorted by time, so that new rows meet at one edge of an index and old ranges can be dropped. */
public final class EventIds {

    private EventIds() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * When it was made, by the clock of who made it.
     *
     * @throws IllegalArgumentException for an id that tells no time
     */
    public static Instant madeAt(UUID id) {
        return UuidUtil.getInstant(id);
    }
}
