package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.Figure;
import dev.orderflow.analytics.domain.Tally;
import dev.orderflow.analytics.domain.Tally.Count;
import dev.orderflow.contracts.value.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much of a product was delivered. */
@RegisterForReflection
@Schema(
        name = "BestSeller",
        requiredProperties = {"sku", "name", "quantity", "revenue"})
record BestSellerView(
        String sku,

        @Schema(description = "What it was called when the last of these orders was placed")
        String name,

        long quantity,

        @Schema(description = "What those pieces cost, without shipping; a sum for each currency")
        List<Money> revenue) {

    static BestSellerView of(Map.Entry<String, Tally> figure) {
        var tally = figure.getValue();
        return new BestSellerView(
                Figure.nameIn(figure.getKey()), tally.name(), tally.count(Count.PIECES), tally.revenue());
    }
}
