package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many orders were cancelled for a reason. */
@RegisterForReflection
@Schema(
        name = "Cancellations",
        requiredProperties = {"reason", "orders"})
record CancellationView(
        @Schema(description = "One of order's own; a person's words count as that person's request")
        String reason,

        long orders) {

    static CancellationView of(Map.Entry<String, Tally> figure) {
        return new CancellationView(
                Figure.nameIn(figure.getKey()), figure.getValue().count(Count.ORDERS));
    }
}
