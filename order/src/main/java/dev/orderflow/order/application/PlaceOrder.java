package dev.orderflow.order.application;

import dev.orderflow.contracts.order.OrderPlaced;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.order.application.Placement.BeingErased;
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
import dev.orderflow.order.persistence.Offer;
import dev.orderflow.order.persistence.OrderStore;
import dev.orderflow.order.persistence.ProductStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Accepts orders at today's prices. Calls nobody: stock is reserved by the saga that begins here. */
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

    /** What is sold to these customers today: one statement. */
    public Uni<Offer> offer(UnitOfWork work, List<NewOrder> wanted) {
        var customers = wanted.stream().map(NewOrder::customerId).toList();
        var skus = wanted.stream()
                .flatMap(order -> order.items().stream())
                .map(Item::sku)
                .toList();
        return products.offer(work.sql(), customers, skus);
    }

    /**
     * Decides each of them, and leaves those that are placed to the unit: one statement beside the journal's. It fails with
     * {@link ErasedException} if one of their customers was erased meanwhile; then none of them is written.
     */
    public List<Placement> place(UnitOfWork work, List<Placing> wanted, Offer offer) {
        var placements = wanted.stream().map(each -> place(work, each, offer)).toList();
        var placed = placements.stream()
                .filter(Placed.class::isInstance)
                .map(placement -> ((Placed) placement).order())
                .toList();
        if (!placed.isEmpty()) {
            work.endWith(ErasedException.unless(orders.insert(work.sql(), placed)));
        }
        return placements;
    }

    private Placement place(UnitOfWork work, Placing wanted, Offer offer) {
        var order = wanted.order();
        if (offer.beingErased().contains(order.customerId())) {
            return new BeingErased();
        }
        var quote = Pricing.quote(order.items(), offer.products(), fees, order.expectedTotal());
        return switch (quote) {
            case Priced priced -> accept(work, wanted, placed(order, priced));
            case Quote.UnknownProduct _, Quote.ProductInactive _, Quote.MixedCurrencies _, Quote.PriceChanged _ ->
                new NotPriced(quote);
        };
    }

    private Placed accept(UnitOfWork work, Placing wanted, OrderPlaced event) {
        var patience = deadlines.of(OrderStatus.PENDING);
        var order = Order.placed(event)
                .with(wanted.order().means())
                .until(event.placedAt().plus(patience));
        var first = NewEvent.of(order.id(), order.version(), event, order.updatedAt());
        work.append(List.of(first), wanted.cause());
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
