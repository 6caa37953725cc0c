package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.drill.check.Observations.Product;
import dev.orderflow.devservices.drill.check.Observations.ProductState;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductsAgreeTest {

    private static final ProductState OLD = state(3, "Mug, edition 3");
    private static final ProductState NEW = state(4, "Mug, edition 4");

    private final Invariant invariant = new ProductsAgree();

    private static ProductState state(long version, String name) {
        return new ProductState(version, name, new BigDecimal("12.5"), "EUR", "mugs", true);
    }

    private static Product product(ProductState journal, ProductState topic, ProductState order) {
        return new Product(
                "mug", "Mug, edition 4 for 12.5 EUR", journal, Optional.ofNullable(topic), Optional.ofNullable(order));
    }

    @Test
    void isContentWhereAllSayTheSame() {
        assertThat(invariant.violations(
                        new Seen().product(product(NEW, NEW, NEW)).now()))
                .isEmpty();
    }

    /** The relay that was frozen has flushed it behind the newest. */
    @Test
    void findsAnOldStateThatCameLast() {
        assertFound(product(NEW, OLD, NEW), "mug on its topic");
    }

    @Test
    void findsAProductThatWasNeverPublished() {
        assertFound(product(NEW, null, NEW), "mug on its topic");
    }

    @Test
    void findsACopyThatStayedBehind() {
        assertFound(product(NEW, NEW, OLD), "mug in order");
        assertFound(product(NEW, NEW, null), "mug in order");
    }

    @Test
    void findsAChangeThatWasAnsweredAndLost() {
        assertFound(product(OLD, OLD, OLD), "mug as its operator was told");
    }

    private void assertFound(Product product, String subject) {
        assertThat(invariant.violations(new Seen().product(product).now()))
                .extracting(Violation::subject)
                .containsExactly(subject);
    }
}
