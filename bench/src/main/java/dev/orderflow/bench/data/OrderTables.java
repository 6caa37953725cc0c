package dev.orderflow.bench.data;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.copy.CopyManager;

/** Order's rows: the orders, their whole history, and its copy of the catalogue. */
final class OrderTables implements Tables {

    /** Beyond any run on these data, so that no sweeper ends what is under way. */
    private static final Duration PATIENCE = Duration.ofDays(60);

    private final Rows orders = new Rows(
            "orders",
            "id, customer_id, reference, status, lines, currency, subtotal, shipping_fee, total, hold,"
                    + " shipping_address, contact, payment_method, payment_token, cancellation, payment, shipment, due,"
                    + " round, stuck, since, deadline, version, created_at, updated_at");
    private final Rows products = new Rows("product", "sku, name, price, currency, category, active, version");
    private final JournalRows journal = new JournalRows();

    @Override
    public void add(Purchase purchase) {
        addOrder(purchase, Standing.of(purchase));
        var events = new OrderEvents(purchase, journal);
        purchase.past().steps().forEach(events::append);
    }

    private void addOrder(Purchase purchase, Standing standing) {
        orders.add(purchase.id())
                .add(purchase.customer().id())
                .add(null)
                .add(standing.status())
                .add(Texts.json(purchase.lines()))
                .add("EUR")
                .add(purchase.subtotal().amount())
                .add(purchase.shippingFee().amount())
                .add(purchase.total().amount())
                .add(null)
                .add(Texts.json(purchase.customer().address()))
                .add(Texts.json(purchase.customer().contact()))
                .add("CARD")
                .add(OrderEvents.TOKEN);
        addProgress(standing, purchase.past());
    }

    private void addProgress(Standing standing, Past past) {
        orders.add(standing.cancellation())
                .add(standing.payment())
                .add(standing.shipment())
                .addArray(standing.due())
                .add(1)
                .add(standing.stuck())
                .add(standing.since())
                .add(standing.isWaiting() ? standing.since().plus(PATIENCE) : null)
                .add(past.steps().size())
                .add(past.steps().getFirst().at())
                .add(past.last().at())
                .end();
    }

    @Override
    public void addRest() {
        for (int n = 0; n < Goods.COUNT; n++) {
            var product = Goods.product(n);
            Goods.columns(products, product).end();
        }
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        orders.send(copy);
        products.send(copy);
        journal.send(copy);
    }

    @Override
    public long sent() {
        return orders.sent() + products.sent() + journal.sent();
    }
}
