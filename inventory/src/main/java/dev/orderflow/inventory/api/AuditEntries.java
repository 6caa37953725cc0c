package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.inventory.domain.Stock;
import dev.orderflow.messaging.audit.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is recorded of operators' changes: a price is money, and so is a piece on a shelf. */
final class AuditEntries {

    private AuditEntries() {}

    static AuditEntry added(Product product, String by) {
        return new AuditEntry(by, "product-added", product.sku(), told(product));
    }

    /** With what is different from before, and no more. */
    static AuditEntry changed(Product before, Product after, String by) {
        var told = told(after);
        told.entrySet().removeAll(told(before).entrySet());
        return new AuditEntry(by, "product-changed", after.sku(), told);
    }

    static AuditEntry adjusted(Stock stock, Adjustment adjustment, String by) {
        return new AuditEntry(
                by,
                "stock-adjusted",
                stock.sku(),
                Map.of(
                        "delta", Integer.toString(adjustment.delta()),
                        "reason", adjustment.reason(),
                        "onHand", Long.toString(stock.onHand())));
    }

    private static Map<String, String> told(Product product) {
        var told = new LinkedHashMap<String, String>();
        told.put("name", product.name());
        told.put(
                "price",
                product.price().amount().toPlainString() + " " + product.price().currency());
        told.put("category", product.category());
        told.put("active", Boolean.toString(product.active()));
        told.put("version", Long.toString(product.version()));
        return told;
    }
}
