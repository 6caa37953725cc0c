package dev.orderflow.order.api;

import dev.orderflow.order.domain.Cancellation;
import dev.orderflow.order.domain.RequestedBy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param refused true if it came too late, else left out */
@RegisterForReflection
@Schema(name = "Cancellation", requiredProperties = "requestedBy")
record CancellationView(String reason, RequestedBy requestedBy, Boolean refused) {

    static CancellationView of(Cancellation cancellation) {
        return cancellation == null
                ? null
                : new CancellationView(
                        cancellation.reason(), cancellation.requestedBy(), cancellation.refused() ? true : null);
    }
}
