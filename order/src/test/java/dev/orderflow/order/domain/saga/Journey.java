package dev.orderflow.order.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderInput;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.PaymentMeans;
import dev.orderflow.order.domain.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order on its way, with its journal. Each step is a minute after the one before, unless it says otherwise. */
record Journey(Order order, List<Entry> journal, Instant now) {

    /** Every status its own length, so that a deadline tells which one set it. */
    static final Deadlines DEADLINES =
            status -> status.isSettled() ? null : Duration.ofHours(1).plusMinutes(status.ordinal());

    static final PaymentMeans MEANS = new PaymentMeans("CARD", "tok_visa");

    record Entry(OrderScoped event, Instant at) {}

    static Journey of(OrderPlaced placed) {
        var order = Order.placed(placed).with(MEANS).until(placed.placedAt().plus(DEADLINES.of(OrderStatus.PENDING)));
        return new Journey(order, List.of(new Entry(placed, placed.placedAt())), placed.placedAt());
    }

    Verdict decide(OrderInput input) {
        return Saga.decide(order, input, now, DEADLINES);
    }

    /** Goes on; fails if the input does not apply. */
    Journey then(OrderInput input) {
        var later = after(Duration.ofMinutes(1));
        var verdict = later.decide(input);
        assertThat(verdict).isInstanceOf(Verdict.Applied.class);
        return later.with((Verdict.Applied) verdict);
    }

    /** Time goes by until the order is overdue. */
    Journey overdue() {
        return new Journey(order, journal, order.progress().deadline());
    }

    Journey thenOverdue() {
        var late = overdue();
        var verdict = late.decide(new OrderInput.DeadlinePassed());
        assertThat(verdict).isInstanceOf(Verdict.Applied.class);
        return late.with((Verdict.Applied) verdict);
    }

    Journey with(Verdict.Applied applied) {
        var longer = new ArrayList<>(journal);
        applied.events().forEach(event -> longer.add(new Entry(event, now)));
        return new Journey(applied.next(), List.copyOf(longer), now);
    }

    /** The events of the last step, and of those before it. */
    List<OrderScoped> events() {
        return journal.stream().map(Entry::event).toList();
    }

    OrderScoped last() {
        return journal.getLast().event();
    }

    /** The order as the journal alone tells it. */
    Order folded() {
        var order = Order.placed((OrderPlaced) journal.getFirst().event());
        for (var entry : journal.subList(1, journal.size())) {
            order = order.evolve(entry.event(), entry.at());
        }
        return order;
    }

    private Journey after(Duration time) {
        return new Journey(order, journal, now.plus(time));
    }
}
