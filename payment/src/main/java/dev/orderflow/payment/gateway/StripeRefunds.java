package dev.orderflow.payment.gateway;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A list of refunds, newest first; null with an error. */
@RegisterForReflection
public record StripeRefunds(List<StripeRefund> data, StripeError error) {}
