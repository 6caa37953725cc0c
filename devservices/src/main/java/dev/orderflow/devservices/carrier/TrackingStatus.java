package dev.orderflow.devservices.carrier;

/** Where a parcel is, by the API's names in upper case. */
enum TrackingStatus {
    PRE_TRANSIT("Label created, waiting for the parcel"),
    IN_TRANSIT("Dispatched"),
    DELIVERED("Delivered"),
    CANCELLED("Label refunded");

    private final String message;

    TrackingStatus(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isFinal() {
        return this == DELIVERED || this == CANCELLED;
    }
}
