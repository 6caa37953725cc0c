package dev.orderflow.client.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of differences to the provider's books, oldest first.
 *
 * @param lastRun absent until a run has come to its end
 * @param next the address of the next page; absent on the last
 */
public record Reconciliation(Optional<LastRun> lastRun, List<Difference> items, Optional<String> next) {

    /** @param compared how many intents */
    public record LastRun(Instant startedAt, Instant finishedAt, long compared) {}

    /**
     * An intent that the books don't agree on.
     *
     * @param here absent if payment does not know it
     * @param there absent if the provider does not know it
     */
    public record Difference(
            String intent,
            Optional<String> orderId,
            Finding kind,
            Optional<Side> here,
            Optional<Side> there,
            Instant firstSeenAt,
            Instant lastSeenAt) {}

    /** What one of the books says. */
    public record Side(Payment.Status status, Optional<Money> captured, Optional<Money> refunded) {}

    /** What was found. */
    public enum Finding {
        AGREES,
        IN_FLIGHT,
        CAPTURED_THERE_ONLY,
        CAPTURED_HERE_ONLY,
        CAPTURE_DIFFERS,
        REFUND_DIFFERS,
        REFUND_MISSING,
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
