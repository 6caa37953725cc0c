package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.shipping.domain.Input;
import dev.orderflow.shipping.domain.Input.ParcelArrived;
import dev.orderflow.shipping.domain.Input.ParcelMoved;
import dev.orderflow.shipping.domain.Tracking;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** What the carrier says of a parcel. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Tracker(
        @JsonProperty("id") String id,
        @JsonProperty("shipment_id") String shipmentId,
        @JsonProperty("tracking_code") String trackingCode,
        @JsonProperty("carrier") String carrier,
        @JsonProperty("status") String status,
        @JsonProperty("tracking_details") List<Detail> details) {

    private static final String DELIVERED = "delivered";

    /** The carrier has it, or had it; those that fail go no further than this: an operator decides. */
    private static final Set<String> MOVED =
            Set.of("in_transit", "out_for_delivery", "available_for_pickup", "return_to_sender", "failure");

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Detail(
            @JsonProperty("status") String status,
            @JsonProperty("datetime") Instant at) {}

    Tracker {
        details = details == null ? List.of() : List.copyOf(details);
    }

    /** Nothing while the parcel has not left. */
    List<Input> facts(UUID label, Instant now) {
        var tracking = new Tracking(Objects.requireNonNullElse(carrier, "unknown"), trackingCode);
        if (DELIVERED.equals(status)) {
            var at = when(DELIVERED::equals).orElse(now);
            return List.of(
                    new ParcelArrived(label, tracking, when(MOVED::contains).orElse(null), at));
        }
        return MOVED.contains(String.valueOf(status))
                ? List.of(new ParcelMoved(label, tracking, when(MOVED::contains).orElse(now)))
                : List.of();
    }

    /** When such a status was first seen, by the carrier's clock. */
    private Optional<Instant> when(Predicate<String> which) {
        return details.stream()
                .filter(detail -> detail.status() != null && detail.at() != null)
                .filter(detail -> which.test(detail.status()))
                .map(Detail::at)
                .min(Instant::compareTo);
    }
}
