package dev.orderflow.bench.data;

import dev.orderflow.contracts.value.Money;
import java.util.List;
import java.util.stream.IntStream;

/** What is sold: a catalogue of which a few products are wanted most. */
final class Goods {

    static final int COUNT = 5_000;

    static final List<String> CATEGORIES =
            List.of("books", "garden", "kitchen", "lighting", "office", "outdoor", "paper", "tea", "tools", "toys");

    /** Enough that it never runs out in a plan of any size. */
    static final long FIRST_STOCK = 1_000_000_000L;

    record Product(String sku, String name, Money price, String category) {}

    private static final List<Product> ALL =
            IntStream.range(0, COUNT).mapToObj(Goods::made).toList();

    private Goods() {}

    static Product product(int n) {
        return ALL.get(n);
    }

    private static Product made(int n) {
        var category = CATEGORIES.get(n % CATEGORIES.size());
        var price = Money.ofMinorUnits(250 + n * 7_919L % 12_000, "EUR");
        return new Product("bench-%05d".formatted(n), "Sample product " + n, price, category);
    }

    static int drawn(Chance chance) {
        return chance.longTailed(COUNT);
    }

    /** What order's copy of a product has as well as inventory's own. */
    static Rows columns(Rows row, Product product) {
        return row.add(product.sku())
                .add(product.name())
                .add(product.price().amount())
                .add("EUR")
                .add(product.category())
                .add(true)
                .add(1);
    }
}
