package dev.orderflow.order.messaging;

import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.Verdict;
import dev.orderflow.order.domain.saga.Saga;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** The saga at this time and with the configured deadlines. */
@Singleton
final class SagaDecider {

    private final Deadlines deadlines;
    private final Clock clock;

    @Inject
    SagaDecider(Deadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Verdict decide(Order order, OrderInput input) {
        return Saga.decide(order, input, now(), deadlines);
    }
}
