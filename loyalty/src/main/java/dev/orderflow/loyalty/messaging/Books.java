package dev.orderflow.loyalty.messaging;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.loyalty.domain.Account;
import dev.orderflow.loyalty.domain.Bookkeeping;
import dev.orderflow.loyalty.domain.EarningRules;
import dev.orderflow.loyalty.domain.Movement;
import dev.orderflow.loyalty.domain.OrderPoints;
import dev.orderflow.loyalty.domain.Outcome.Ignored;
import dev.orderflow.loyalty.domain.Outcome.Moved;
import dev.orderflow.messaging.consumer.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The locked accounts of one batch, what its orders have brought, and what has become of both so far. */
final class Books {

    private final Map<String, Account> accounts;
    private final Map<UUID, OrderPoints> orders;
    private final EarningRules rules;
    private final Map<String, Account> changed = new LinkedHashMap<>();
    private final List<Movement> movements = new ArrayList<>();

    Books(Map<String, Account> accounts, Map<UUID, OrderPoints> orders, EarningRules rules) {
        this.accounts = accounts;
        this.orders = new HashMap<>(orders);
        this.rules = rules;
    }

    Decision decide(UUID eventId, OrderEvent event, Instant at) {
        return switch (Bookkeeping.decide(orders.get(event.orderId()), event, rules)) {
            case Moved moved -> {
                move(new Movement(eventId, event.customerId(), event.orderId(), moved.kind(), moved.points(), at));
                yield Decision.applied();
            }
            case Ignored ignored -> Decision.ignored(ignored.reason().label());
        };
    }

    private void move(Movement movement) {
        var account = changed.getOrDefault(movement.customerId(), accounts.get(movement.customerId()));
        changed.put(account.customerId(), account.moved(movement.points()));
        orders.computeIfPresent(movement.orderId(), (id, points) -> points.moved(movement.points()));
        movements.add(movement);
    }

    Collection<Account> changed() {
        return changed.values();
    }

    List<Movement> movements() {
        return movements;
    }
}
