package dev.orderflow.devservices.drill.check;

import dev.orderflow.devservices.drill.check.Observations.Product;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In a compacted topic the last record stays, and who reads it anew believes it: it must be the newest, although a relay
 * that was frozen may have flushed an older one behind it. Whoever keeps a copy has the newest as well.
 */
final class ProductsAgree implements Invariant {

    @Override
    public String words() {
        return "the journal's newest state of each product is the last on its topic, order's copy, and what was asked for";
    }

    @Override
    public Stream<Violation> violations(Observations seen) {
        return seen.products().stream().flatMap(this::judged);
    }

    private Stream<Violation> judged(Product product) {
        return Stream.of(
                        differs(
                                product.sku() + " as its operator was told",
                                product.told(),
                                product.journal().words()),
                        differs(product.sku() + " on its topic", Optional.of(product.journal()), product.topic()),
                        differs(product.sku() + " in order", Optional.of(product.journal()), product.order()))
                .flatMap(Optional::stream);
    }

    private Optional<Violation> differs(String subject, Object expected, Object seen) {
        return expected.equals(seen) ? Optional.empty() : Optional.of(violation(subject, expected, seen));
    }
}
