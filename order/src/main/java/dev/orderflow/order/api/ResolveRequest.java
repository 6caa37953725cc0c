package dev.orderflow.order.api;

import dev.orderflow.order.domain.OrderInput.Outcome;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an operator declares a stuck order to be.
 *
 * @param reason why; the customer sees it in the order's timeline
 */
@RegisterForReflection
@Schema(name = "Resolution")
record ResolveRequest(
        @NotNull Outcome outcome, @NotBlank @Line(max = 500) String reason) {}
