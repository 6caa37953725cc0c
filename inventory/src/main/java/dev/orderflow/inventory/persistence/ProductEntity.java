package dev.orderflow.inventory.persistence;

import dev.orderflow.inventory.domain.Product;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Immutable;

/** A product as requests read it; only {@link ProductTable} writes. */
@Entity
@Immutable
@Table(name = "product")
class ProductEntity {

    @Id
    String sku;

    String name;
    BigDecimal amount;
    String currency;
    String category;
    boolean active;
    long version;

    Product toProduct() {
        return new Product(sku, name, Prices.of(amount, currency), category, active, version);
    }
}
