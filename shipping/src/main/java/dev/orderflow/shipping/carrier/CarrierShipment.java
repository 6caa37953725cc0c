package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.orderflow.shipping.domain.Input;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The carrier's shipment, as far as it matters here. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CarrierShipment(
        @JsonProperty("id") String id,
        @JsonProperty("reference") String reference,
        @JsonProperty("tracking_code") String trackingCode,
        @JsonProperty("refund_status") String refundStatus,
        @JsonProperty("selected_rate") Rate selectedRate,
        @JsonProperty("rates") List<Rate> rates,
        @JsonProperty("tracker") Tracker tracker) {

    /** A label that is billed on its first scan, and was never scanned, is void as well. */
    private static final Set<String> VOID = Set.of("submitted", "refunded", "not_applicable");

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Rate(
            @JsonProperty("id") String id,
            @JsonProperty("carrier") String carrier,
            @JsonProperty("rate") BigDecimal rate) {}

    CarrierShipment {
        rates = rates == null ? List.of() : List.copyOf(rates);
    }

    boolean isBought() {
        return trackingCode != null;
    }

    boolean isVoid() {
        return !isBought() || refundStatus != null && VOID.contains(refundStatus);
    }

    Optional<Rate> cheapest() {
        return rates.stream().min(Comparator.comparing(Rate::rate));
    }

    /** The name of whoever carries it. */
    String carrier() {
        return Optional.ofNullable(selectedRate)
                .map(Rate::carrier)
                .or(() -> Optional.ofNullable(tracker).map(Tracker::carrier))
                .orElse("unknown");
    }

    /** What its tracker proves; nothing while the parcel has not left. */
    List<Input> movements(UUID label, Instant now) {
        return tracker == null || !isBought() ? List.of() : tracker.facts(label, now);
    }
}
