package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A parcel from one address to another; a label is bought for it in a call of its own.
 *
 * @param reference the caller's own name for it; may be null, need not be unique
 * @param createdAt milliseconds since the epoch
 * @param bought the label; null before it is bought
 * @param refundStatus {@code refunded}, {@code rejected}, or null if nobody asked
 */
record Shipment(
        String id,
        String reference,
        boolean isReturn,
        JsonNode toAddress,
        JsonNode fromAddress,
        JsonNode parcel,
        long createdAt,
        Purchase bought,
        String refundStatus) {

    Shipment with(Purchase purchase) {
        return new Shipment(id, reference, isReturn, toAddress, fromAddress, parcel, createdAt, purchase, refundStatus);
    }

    Shipment withRefund(String status) {
        return new Shipment(id, reference, isReturn, toAddress, fromAddress, parcel, createdAt, bought, status);
    }

    @JsonIgnore
    Optional<Purchase> purchase() {
        return Optional.ofNullable(bought);
    }
}
