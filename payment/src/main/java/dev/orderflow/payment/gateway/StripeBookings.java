package dev.orderflow.payment.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A page of intents with their charges, newest first. */
@RegisterForReflection
public record StripeBookings(
        List<StripeBooking> data, @JsonProperty("has_more") boolean hasMore, StripeError error) {}
