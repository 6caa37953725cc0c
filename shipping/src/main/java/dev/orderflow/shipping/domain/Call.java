package dev.orderflow.shipping.domain;

import java.util.UUID;

/** What the carrier is to be asked after the commit. */
public sealed interface Call {

    UUID label();

    /** @param mayExist whether an earlier try may have reached the carrier, so that it is looked up first */
    record CreateLabel(UUID label, boolean isReturn, boolean mayExist) implements Call {}

    record BuyLabel(UUID label, String carrierId, String rate) implements Call {}

    /** @param carrierId null when it has to be looked up by our own id */
    record VoidLabel(UUID label, String carrierId) implements Call {}

    /** Looks the tracker up from time to time, so that nothing hangs on one webhook. */
    record WatchParcel(UUID label, String carrierId) implements Call {}
}
