package dev.orderflow.bench.data;

import dev.orderflow.contracts.value.SkuQuantity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What all orders together have left on the shelves. */
final class Shelves {

    /** One product's stock; each change is a version, and so is the first delivery. */
    static final class Shelf {

        private long onHand = Goods.FIRST_STOCK;
        private long reserved;
        private long version = 1;

        void row(String sku, Rows rows) {
            rows.add(sku).add(onHand).add(reserved).add(version).end();
        }

        private void change(long pieces, long promised) {
            onHand += pieces;
            reserved += promised;
            version++;
        }
    }

    private final Map<String, Shelf> shelves = new HashMap<>();

    Shelf of(String sku) {
        return shelves.computeIfAbsent(sku, _ -> new Shelf());
    }

    void reserve(List<SkuQuantity> lines) {
        each(lines, (shelf, pieces) -> shelf.change(0, pieces));
    }

    void release(List<SkuQuantity> lines) {
        each(lines, (shelf, pieces) -> shelf.change(0, -pieces));
    }

    void consume(List<SkuQuantity> lines) {
        each(lines, (shelf, pieces) -> shelf.change(-pieces, -pieces));
    }

    void restock(List<SkuQuantity> lines) {
        each(lines, (shelf, pieces) -> shelf.change(pieces, 0));
    }

    private void each(List<SkuQuantity> lines, BiConsumer<Shelf, Integer> change) {
        lines.forEach(line -> change.accept(of(line.sku()), line.quantity()));
    }
}
