package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.contracts.value.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What orders did in a minute. */
@RegisterForReflection
@Schema(
        name = "Minute",
        requiredProperties = {"minute", "placed", "confirmed", "delivered", "cancelled", "revenue"})
record MinuteView(
        @Schema(description = "When it begins") Instant minute,

        long placed,
        long confirmed,
        long delivered,
        long cancelled,

        @Schema(description = "What the orders cost that were delivered in it; a sum for each currency")
        List<Money> revenue) {

    static MinuteView of(Map.Entry<String, Tally> figure) {
        var tally = figure.getValue();
        return new MinuteView(
                Instant.parse(Figure.nameIn(figure.getKey())),
                tally.count(Count.PLACED),
                tally.count(Count.CONFIRMED),
                tally.count(Count.DELIVERED),
                tally.count(Count.CANCELLED),
                tally.revenue());
    }
}
