package dev.orderflow.order.application;

import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.application.Placement.Erased;
import dev.orderflow.order.application.Placement.NotPriced;
import dev.orderflow.order.application.Placement.Placed;
import dev.orderflow.order.domain.Deadlines;
import dev.orderflow.order.domain.Order;
import dev.orderflow.order.domain.OrderStatus;
import dev.orderflow.order.domain.pricing.Item;
import dev.orderflow.order.domain.pricing.Pricing;
import dev.orderflow.order.domain.pricing.Quote;
import dev.orderflow.order.domain.pricing.Quote.Priced;
import dev.orderflow.order.domain.pricing.ShippingFees;
import dev.orderflow.order.persistence.OrderStore;
import dev.orderflow.order.persistence.ProductStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Accepts an order at today's prices. Calls nobody: stock is reserved by the saga that begins here. */
@Singleton
public final class PlaceOrder {

    private final ProductStore products;
    private final OrderStore orders;
    private final ShippingFees fees;
    private final Deadlines deadlines;
    private final Clock clock;

    @Inject
    PlaceOrder(ProductStore products, OrderStore orders, ShippingFees fees, Deadlines deadlines, Clock clock) {
        this.products = products;
        this.orders = orders;
        this.fees = fees;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Two statements beside the journal's; one if it can't be priced, and then nothing is written. */
    public Uni<Placement> place(UnitOfWork work, NewOrder wanted) {
        var skus = wanted.items().stream().map(Item::sku).toList();
        return products.findFor(work.sql(), wanted.customerId(), skus)
                .map(found -> Pricing.quote(wanted.items(), found, fees, wanted.expectedTotal()))
                .chain(quote -> placeAt(work, wanted, quote));
    }

    private Uni<Placement> placeAt(UnitOfWork work, NewOrder wanted, Quote quote) {
        return switch (quote) {
            case Priced priced -> accept(work, wanted, placed(wanted, priced));
            case Quote.UnknownProduct _, Quote.ProductInactive _, Quote.MixedCurrencies _, Quote.PriceChanged _ ->
                Uni.createFrom().item(new NotPriced(quote));
        };
    }

    private Uni<Placement> accept(UnitOfWork work, NewOrder wanted, OrderPlaced event) {
        var patience = deadlines.of(OrderStatus.PENDING);
        var order =
                Order.placed(event).with(wanted.means()).until(event.placedAt().plus(patience));
        return orders.insert(work.sql(), order).map(taken -> taken ? placed(work, order, event) : new Erased());
    }

    private static Placement placed(UnitOfWork work, Order order, OrderPlaced event) {
        work.append(List.of(NewEvent.of(order.id(), order.version(), event, order.updatedAt())));
        return new Placed(order);
    }

    private OrderPlaced placed(NewOrder wanted, Priced priced) {
        return new OrderPlaced(
                wanted.id(),
                wanted.customerId(),
                wanted.reference(),
                priced.lines(),
                priced.subtotal(),
                priced.shippingFee(),
                priced.total(),
                wanted.hold(),
                clock.instant(),
                wanted.recipient().address(),
                wanted.recipient().contact());
    }
}
