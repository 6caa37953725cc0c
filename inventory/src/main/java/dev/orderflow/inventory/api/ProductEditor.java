package dev.orderflow.inventory.api;

import dev.orderflow.inventory.domain.Product;
import dev.orderflow.inventory.persistence.ProductTable;
import dev.orderflow.messaging.audit.Audit;
import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Adds and changes products; each change is announced with the whole new state, and audited. */
@Singleton
final class ProductEditor {

    /** A product as it is now. */
    record Saved(Product product, boolean created) {}

    private final UnitsOfWork units;
    private final ProductTable products;
    private final Audit audit;

    @Inject
    ProductEditor(UnitsOfWork units, ProductTable products, Audit audit) {
        this.units = units;
        this.products = products;
        this.audit = audit;
    }

    /**
     * Makes the product what is wanted; the same content makes no new version and announces nothing.
     *
     * @param by the operator's subject
     * @param condition throws if it does not hold for the present version, which is empty for a new product
     */
    Uni<Saved> save(Product wanted, String by, Consumer<OptionalLong> condition) {
        return units.run(work -> save(work, wanted, by, condition));
    }

    private Uni<Saved> save(UnitOfWork work, Product wanted, String by, Consumer<OptionalLong> condition) {
        return products.lock(work.sql(), wanted.sku()).flatMap(found -> {
            condition.accept(version(found));
            return found.isPresent() ? change(work, found.get(), wanted, by) : add(work, wanted, by, condition);
        });
    }

    /** Whoever loses against a twin that adds the same product waits for it here, and then changes what it added. */
    private Uni<Saved> add(UnitOfWork work, Product wanted, String by, Consumer<OptionalLong> condition) {
        return products.insert(work.sql(), wanted)
                .flatMap(added -> added
                        ? told(work, new Saved(wanted, true), AuditEntries.added(wanted, by))
                        : save(work, wanted, by, condition));
    }

    private Uni<Saved> change(UnitOfWork work, Product present, Product wanted, String by) {
        var next = present.becoming(wanted);
        if (next.version() == present.version()) {
            return Uni.createFrom().item(new Saved(present, false));
        }
        return products.update(work.sql(), next)
                .chain(() -> told(work, new Saved(next, false), AuditEntries.changed(present, next, by)));
    }

    private Uni<Saved> told(UnitOfWork work, Saved saved, AuditEntry entry) {
        var product = saved.product();
        work.append(List.of(new NewEvent(product.sku(), product.version(), product.asEvent())));
        return audit.record(work.sql(), entry).replaceWith(saved);
    }

    private static OptionalLong version(Optional<Product> found) {
        return found.map(product -> OptionalLong.of(product.version())).orElse(OptionalLong.empty());
    }
}
