package dev.orderflow.inventory.persistence;

import dev.orderflow.inventory.domain.Product;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Products, locked before they are changed or published. */
@Singleton
public final class ProductTable {

    private static final String COLUMNS = "SELECT sku, name, amount, currency, category, active, version FROM product";

    private static final String LOCK = COLUMNS + " WHERE sku = $1 FOR UPDATE";

    private static final String LOCK_ALL = COLUMNS + " WHERE sku = ANY ($1) ORDER BY sku FOR UPDATE";

    /** A window of any length is thought to be a third of all products; so all would be read for some. */
    private static final String PLANNED_FOR_THIS_WINDOW = "SET LOCAL plan_cache_mode = force_custom_plan";

    private static final String LOCK_RECENT = COLUMNS + "\n" + """
            WHERE changed_at > statement_timestamp() - $1::bigint * interval '1 millisecond' AND sku > $2
            ORDER BY sku LIMIT $3 FOR UPDATE""";

    private static final String INSERT = """
            WITH added AS (
              INSERT INTO product (sku, name, amount, currency, category, active, version)
              VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING sku
            )
            INSERT INTO stock (sku) SELECT sku FROM added""";

    private static final String UPDATE = """
            UPDATE product SET name = $2, amount = $3, currency = $4, category = $5, active = $6, version = $7,
                   changed_at = clock_timestamp()
            WHERE sku = $1""";

    public Uni<Optional<Product>> lock(SqlConnection sql, String sku) {
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(sku))
                .map(rows -> products(rows).stream().findFirst());
    }

    /** Locks those of them that there are, in the order of their skus. */
    public Uni<List<Product>> lockAll(SqlConnection sql, Collection<String> skus) {
        return sql.preparedQuery(LOCK_ALL)
                .execute(Tuple.tuple().addArrayOfString(skus.toArray(String[]::new)))
                .map(ProductTable::products);
    }

    /** Locks a page of the products that changed lately, in the order of their skus, beginning behind one. */
    public Uni<List<Product>> lockRecent(SqlConnection sql, Duration window, String after, int limit) {
        return sql.query(PLANNED_FOR_THIS_WINDOW)
                .execute()
                .chain(() -> sql.preparedQuery(LOCK_RECENT).execute(Tuple.of(window.toMillis(), after, limit)))
                .map(ProductTable::products);
    }

    /** Adds a product and its empty stock; answers false, and does nothing, if another has added it meanwhile. */
    public Uni<Boolean> insert(SqlConnection sql, Product product) {
        return sql.preparedQuery(INSERT).execute(parameters(product)).map(rows -> rows.rowCount() == 1);
    }

    /** Writes a locked product back. */
    public Uni<Void> update(SqlConnection sql, Product product) {
        return sql.preparedQuery(UPDATE).execute(parameters(product)).replaceWithVoid();
    }

    private static Tuple parameters(Product product) {
        return Tuple.from(List.of(
                product.sku(),
                product.name(),
                product.price().amount(),
                product.price().currency(),
                product.category(),
                product.active(),
                product.version()));
    }

    private static List<Product> products(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ProductTable::product)
                .toList();
    }

    private static Product product(Row row) {
        return new Product(
                row.getString("sku"),
                row.getString("name"),
                Prices.of(row.getBigDecimal("amount"), row.getString("currency")),
                row.getString("category"),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
