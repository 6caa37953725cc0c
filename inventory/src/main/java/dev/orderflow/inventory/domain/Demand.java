package dev.orderflow.inventory.domain;

import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.Shortage;
import dev.orderflow.contracts.value.SkuQuantity;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What an order wants, one entry per sku, in the order of the skus: two lines of one sku are one wish. */
record Demand(List<SkuQuantity> lines) {

    Demand {
        lines = List.copyOf(lines);
    }

    /** @throws ArithmeticException if an order wants more than an int of one sku */
    static Demand of(List<OrderLine> lines) {
        var perSku = new TreeMap<String, Integer>();
        lines.forEach(line -> perSku.merge(line.sku(), line.quantity(), Math::addExact));
        return new Demand(perSku.entrySet().stream()
                .map(wish -> new SkuQuantity(wish.getKey(), wish.getValue()))
                .toList());
    }

    /** Why the order as a whole can't be served; empty if it can. */
    Optional<Refusal> refusal(Shelves shelves) {
        var shortages =
                lines.stream().flatMap(wish -> shortage(wish, shelves).stream()).toList();
        return shortages.isEmpty() ? Optional.empty() : Optional.of(new Refusal(reason(shelves), shortages));
    }

    private static Optional<Shortage> shortage(SkuQuantity wish, Shelves shelves) {
        long orderable = shelves.find(wish.sku()).map(Shelf::orderable).orElse(0L);
        return orderable >= wish.quantity()
                ? Optional.empty()
                : Optional.of(new Shortage(wish.sku(), wish.quantity(), (int) orderable));
    }

    /** What waiting can't cure is named before what it can. */
    private String reason(Shelves shelves) {
        var found = lines.stream().map(wish -> shelves.find(wish.sku())).toList();
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return Refusal.UNKNOWN_PRODUCT;
        }
        return found.stream().flatMap(Optional::stream).allMatch(Shelf::active)
                ? Refusal.OUT_OF_STOCK
                : Refusal.PRODUCT_INACTIVE;
    }
}
