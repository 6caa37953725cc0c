package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;

/** What happens to one stock because of an order, and to all stocks of the order at once. */
@FunctionalInterface
interface Movement {

    Movement RESERVE = Stock::reserve;
    Movement RELEASE = Stock::release;
    Movement CONSUME = Stock::consume;
    Movement RESTOCK = Stock::restock;

    Stock move(Stock stock, int quantity);

    /** @throws IllegalStateException for a sku that was reserved and has no stock any more: rows are never deleted */
    default List<Stock> of(List<SkuQuantity> lines, Shelves shelves) {
        return lines.stream()
                .map(line -> move(stock(line.sku(), shelves), line.quantity()))
                .toList();
    }

    private static Stock stock(String sku, Shelves shelves) {
        return shelves.find(sku)
                .map(Shelf::stock)
                .orElseThrow(() -> new IllegalStateException("there is no stock of " + sku));
    }
}
