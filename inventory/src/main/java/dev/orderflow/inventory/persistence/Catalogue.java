package dev.orderflow.inventory.persistence;

import dev.orderflow.inventory.domain.Product;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Products as requests read them: committed, not locked. */
@ApplicationScoped
public class Catalogue implements PanacheRepositoryBase<ProductEntity, String> {

    @WithSession
    public Uni<Optional<Product>> product(String sku) {
        return findById(sku).map(found -> Optional.ofNullable(found).map(ProductEntity::toProduct));
    }

    /**
     * In the order of their skus.
     *
     * @param category null for all
     * @param after the sku behind which the page begins; empty for the first page
     */
    @WithSession
    public Uni<List<Product>> products(String category, String after, int limit) {
        return selected(category, after)
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(ProductEntity::toProduct).toList());
    }

    private PanacheQuery<ProductEntity> selected(String category, String after) {
        return category == null
                ? find("sku > ?1 order by sku", after)
                : find("category = ?1 and sku > ?2 order by sku", category, after);
    }
}
