package dev.orderflow.messaging.event;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** UUIDv7 (RFC 9562): sorted by time, so that new rows meet at one edge of an index and old ranges can be dropped. */
public final class EventIds {

    private EventIds() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
