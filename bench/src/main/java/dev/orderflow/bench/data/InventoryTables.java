package dev.orderflow.bench.data;

import static dev.orderflow.bench.data.Step.*;

import dev.orderflow.contracts.OrderScoped;
import dev.orderflow.contracts.inventory.StockRejected;
import dev.orderflow.contracts.inventory.StockReleased;
import dev.orderflow.contracts.inventory.StockReserved;
import dev.orderflow.contracts.inventory.StockRestocked;
import dev.orderflow.contracts.value.Shortage;
import dev.orderflow.contracts.value.SkuQuantity;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/** Inventory's rows: products, what is left of them, and what each order reserved. */
final class InventoryTables implements Tables {

    private record StockConsumed(UUID orderId, String customerId, List<SkuQuantity> lines) implements OrderScoped {}

    private final DataPlan plan;
    private final Rows products =
            new Rows("product", "sku, name, amount, currency, category, active, version, changed_at");
    private final Rows stocks = new Rows("stock", "sku, on_hand, reserved, version");
    private final Rows reservations = new Rows(
            "reservation", "order_id, customer_id, status, lines, cancel_round, return_round, version, changed_at");
    private final JournalRows journal = new JournalRows();
    private final Shelves shelves = new Shelves();

    InventoryTables(DataPlan plan) {
        this.plan = plan;
    }

    @Override
    public void add(Purchase purchase) {
        var events = new ServiceEvents(plan, purchase, journal);
        if (purchase.has(CANCELLED_AT_ONCE)) {
            reject(purchase, events);
        } else if (purchase.has(PAYMENT_REQUESTED)) {
            reserve(purchase, events);
        }
    }

    private void reject(Purchase purchase, ServiceEvents events) {
        var line = purchase.quantities().getFirst();
        var shortage = List.of(new Shortage(line.sku(), line.quantity(), 0));
        events.published(
                1,
                new StockRejected(purchase.id(), purchase.customer().id(), "out-of-stock", shortage),
                purchase.at(CANCELLED_AT_ONCE));
        row(purchase, "REJECTED", List.of(), 1, purchase.at(CANCELLED_AT_ONCE));
    }

    private void reserve(Purchase purchase, ServiceEvents events) {
        var lines = purchase.quantities();
        var id = purchase.id();
        var customer = purchase.customer().id();
        shelves.reserve(lines);
        events.published(1, new StockReserved(id, customer, lines), purchase.at(PAYMENT_REQUESTED));
        if (purchase.has(SHIPPED)) {
            shelves.consume(lines);
            events.internal(
                    2,
                    "orderflow.inventory.internal.stock-consumed",
                    new StockConsumed(id, customer, lines),
                    purchase.at(SHIPPED));
        }
        if (purchase.has(STOCK_RELEASED)) {
            shelves.release(lines);
            events.published(2, new StockReleased(id, customer, lines), purchase.at(STOCK_RELEASED));
        }
        if (purchase.has(STOCK_RESTOCKED)) {
            shelves.restock(lines);
            events.published(3, new StockRestocked(id, customer, lines), purchase.at(STOCK_RESTOCKED));
        }
        stand(purchase, lines);
    }

    private void stand(Purchase purchase, List<SkuQuantity> lines) {
        if (purchase.has(STOCK_RESTOCKED)) {
            row(purchase, "RESTOCKED", lines, 3, purchase.at(STOCK_RESTOCKED));
        } else if (purchase.has(STOCK_RELEASED)) {
            row(purchase, "RELEASED", lines, 2, purchase.at(STOCK_RELEASED));
        } else if (purchase.has(SHIPPED)) {
            row(purchase, "CONSUMED", lines, 2, purchase.at(SHIPPED));
        } else {
            row(purchase, "RESERVED", lines, 1, purchase.at(PAYMENT_REQUESTED));
        }
    }

    private void row(Purchase purchase, String status, List<SkuQuantity> lines, int version, Instant changed) {
        reservations
                .add(purchase.id())
                .add(purchase.customer().id())
                .add(status)
                .add(Texts.json(lines))
                .add(status.equals("RELEASED") ? 1 : 0)
                .add(status.equals("RESTOCKED") ? 1 : 0)
                .add(version)
                .add(changed)
                .end();
    }

    @Override
    public void addRest() {
        for (int n = 0; n < Goods.COUNT; n++) {
            var product = Goods.product(n);
            Goods.columns(products, product)
                    .add(plan.until().minus(plan.span()))
                    .end();
            shelves.of(product.sku()).row(product.sku(), stocks);
        }
    }

    @Override
    public void send(CopyManager copy) throws SQLException, IOException {
        products.send(copy);
        stocks.send(copy);
        reservations.send(copy);
        journal.send(copy);
    }

    @Override
    public long sent() {
        return products.sent() + stocks.sent() + reservations.sent() + journal.sent();
    }
}
