package dev.orderflow.order.api;

import dev.orderflow.order.domain.Order;
import dev.orderflow.order.persistence.OrderFilter.After;
import dev.orderflow.order.persistence.OrderQueries;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.problem.Problems;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which sagas an operator asks for. */
enum SagaState {
    /** An operator has to decide. */
    STUCK,
    /** Somebody is waited for, and the deadline is still to come. */
    ACTIVE;

    /** Stuck ones unless asked otherwise. */
    static SagaState of(String text) {
        return switch (text == null || text.isEmpty() ? "stuck" : text) {
            case "stuck" -> STUCK;
            case "active" -> ACTIVE;
            default -> throw Problems.invalid("state", "must be stuck or active");
        };
    }

    Uni<List<Order>> find(OrderQueries orders, After after, int limit) {
        return switch (this) {
            case STUCK -> orders.stuck(after, limit);
            case ACTIVE -> orders.active(after, limit);
        };
    }

    Cursor cursor(Order last) {
        var progress = last.progress();
        return Cursor.of(this == STUCK ? progress.since() : progress.deadline(), last.id());
    }
}
