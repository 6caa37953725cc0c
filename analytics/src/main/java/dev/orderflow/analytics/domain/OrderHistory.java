package dev.orderflow.analytics.domain;

import static java.util.Objects.requireNonNullElse;

import dev.orderflow.contracts.value.OrderLine;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is remembered of an order, so that nothing of it counts twice. Nothing in it is personal.
 *
 * @param reached when each milestone was reached first, by the event's own time
 * @param lines what was ordered, until it is delivered; empty if the order was placed before the topic begins
 */
public record OrderHistory(Map<Milestone, Instant> reached, List<OrderLine> lines) {

    public static final OrderHistory NONE = new OrderHistory(Map.of(), List.of());

    public OrderHistory {
        reached = Map.copyOf(requireNonNullElse(reached, Map.of()));
        lines = List.copyOf(requireNonNullElse(lines, List.of()));
    }

    boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    OrderHistory with(List<Milestone> milestones, Instant at, List<OrderLine> itsLines) {
        var all = new EnumMap<Milestone, Instant>(Milestone.class);
        all.putAll(reached);
        milestones.forEach(milestone -> all.put(milestone, at));
        return new OrderHistory(all, itsLines);
    }
}
