package dev.orderflow.order.api;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.application.NewOrder;
import dev.orderflow.order.application.PlaceOrder;
import dev.orderflow.order.application.Placement;
import dev.orderflow.order.application.Placing;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.persistence.Offer;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.idempotency.Answer;
import dev.orderflow.platform.idempotency.Decision;
import dev.orderflow.platform.idempotency.SharedCalls;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Places the orders that come together in one transaction, and answers each of them. */
@Singleton
class OrdersTogether implements SharedCalls.Work<Placing, Offer> {

    private final PlaceOrder placing;

    @Inject
    OrdersTogether(PlaceOrder placing) {
        this.placing = placing;
    }

    @Override
    public Uni<Offer> read(UnitOfWork work, List<Placing> orders) {
        List<NewOrder> wanted = orders.stream().map(Placing::order).toList();
        return placing.offer(work, wanted);
    }

    @Override
    public List<Decision> decide(UnitOfWork work, List<Placing> orders, Offer offer) {
        return placing.place(work, orders, offer).stream()
                .map(OrdersTogether::decision)
                .toList();
    }

    private static Decision decision(Placement placement) {
        return switch (placement) {
            case Placement.Placed(var order) -> new Decision.Done(created(order));
            case Placement.NotPriced(var quote) -> new Decision.Refused(OrderProblems.notPriced(quote));
            case Placement.BeingErased() -> new Decision.Refused(CustomerProblems.isBeingErased());
        };
    }

    private static Answer created(Order order) {
        return Answer.created(OrderLinks.self(order.id()), OrderView.of(order)).etag(ETags.of(order.version()));
    }
}
