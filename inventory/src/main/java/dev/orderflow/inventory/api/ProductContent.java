package dev.orderflow.inventory.api;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.inventory.domain.Product;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an operator says about a product. */
@RegisterForReflection
@Schema(name = "ProductContent")
record ProductContent(
        @NotBlank @Size(max = 200) String name,
        @NotNull Money price,
        @NotBlank @Size(max = 64) String category,
        @NotNull Boolean active) {

    /** A line of an order multiplies it by up to 10,000, and an order has up to 100 lines. */
    private static final BigDecimal HIGHEST_PRICE = new BigDecimal("1000000000");

    /**
     * @throws dev.orderflow.platform.problem.ProblemException {@code invalid-request} for a price below nothing or beyond
     *     reason
     */
    Product of(String sku) {
        if (price.amount().signum() < 0 || price.amount().compareTo(HIGHEST_PRICE) > 0) {
            throw Problems.invalid("price.amount", "must be from 0 to " + HIGHEST_PRICE.toPlainString());
        }
        return new Product(sku, name, price, category, active, 1);
    }
}
