package dev.orderflow.analytics.api;

import dev.orderflow.analytics.domain.CustomerPattern;
import dev.orderflow.analytics.domain.Milestone;
import dev.orderflow.contracts.value.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a customer orders. */
@RegisterForReflection
@Schema(
        name = "CustomerPattern",
        requiredProperties = {
            "customerId",
            "placed",
            "delivered",
            "cancelled",
            "returned",
            "spent",
            "refunded",
            "placedByWeekday"
        })
record CustomerView(
        String customerId,
        long placed,
        long delivered,
        long cancelled,
        long returned,

        @Schema(description = "What delivered orders cost; a sum for each currency")
        List<Money> spent,

        @Schema(description = "What returns brought back") List<Money> refunded,

        @Schema(description = "Orders placed by the day of the week, in UTC; days without one are left out")
        Map<DayOfWeek, Long> placedByWeekday,

        @Schema(description = "Left out if there is none, as is the last")
        Instant firstOrderAt,

        Instant lastOrderAt) {

    static CustomerView of(String id, CustomerPattern pattern) {
        return new CustomerView(
                id,
                pattern.count(Milestone.PLACED),
                pattern.count(Milestone.DELIVERED),
                pattern.count(Milestone.CANCELLED),
                pattern.count(Milestone.RETURNED),
                pattern.spent(),
                pattern.refunded(),
                new TreeMap<>(pattern.days()),
                pattern.firstOrderAt(),
                pattern.lastOrderAt());
    }
}
