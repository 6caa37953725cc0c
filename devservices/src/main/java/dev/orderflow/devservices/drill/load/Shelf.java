package dev.orderflow.devservices.drill.load;

import dev.orderflow.devservices.system.Product;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is sold in a drill: few products, so that many orders meet at each. */
public final class Shelf {

    static final Product SCARCE = product("drill-scarce", "9.90", 40);

    private static final List<Product> AMPLE = IntStream.rangeClosed(1, 4)
            .mapToObj(n -> product("drill-ample-" + n, n + "2.50", 1_000_000))
            .toList();

    private Shelf() {}

    public static List<Product> products() {
        return Stream.concat(Stream.of(SCARCE), AMPLE.stream()).toList();
    }

    static Product ample(Random random) {
        return AMPLE.get(random.nextInt(AMPLE.size()));
    }

    private static Product product(String sku, String price, int stock) {
        return new Product(sku, "Product " + sku, price, "drill", true, stock);
    }
}
