package dev.orderflow.inventory.persistence;

import dev.orderflow.inventory.domain.Stock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A stock as requests read it; only {@link StockTable} writes. */
@Entity
@Immutable
@Table(name = "stock")
class StockEntity {

    @Id
    String sku;

    @Column(name = "on_hand")
    long onHand;

    long reserved;
    long version;

    Stock toStock() {
        return new Stock(sku, onHand, reserved, version);
    }
}
