package dev.orderflow.order.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.contracts.product.ProductChanged;
import dev.orderflow.order.domain.pricing.Product;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Order's own copy of the catalogue. */
@Singleton
public final class ProductStore {

    private static final String FIND = "SELECT sku, name, price, currency, active, " + PersonalData.BEING_ERASED
            + " AS erasing FROM product WHERE sku = ANY($1)";

    private static final String UPSERT = """
            INSERT INTO product (sku, name, price, currency, category, active, version)
            SELECT sku, name, price::numeric, currency, category, active, version
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::bigint[])
              AS n(sku, name, price, currency, category, active, version)
            ORDER BY sku
            ON CONFLICT (sku) DO UPDATE
            SET name = excluded.name, price = excluded.price, currency = excluded.currency,
                category = excluded.category, active = excluded.active, version = excluded.version
            WHERE product.version < excluded.version""";

    /**
     * For orders that are being placed. An erasure of one of their customers that comes later waits for the orders, and sees
     * them.
     */
    public Uni<Offer> offer(SqlConnection sql, Collection<String> customers, Collection<String> skus) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.tuple()
                        .addArrayOfString(skus.stream().distinct().toArray(String[]::new))
                        .addArrayOfString(customers.toArray(String[]::new)))
                .map(ProductStore::offer);
    }

    private static Offer offer(RowSet<Row> rows) {
        var products = rows.stream().map(ProductStore::product).collect(toMap(Product::sku, Function.identity()));
        var beingErased = rows.stream()
                .limit(1)
                .flatMap(row -> Stream.of(row.getArrayOfStrings("erasing")))
                .collect(toSet());
        return new Offer(products, beingErased);
    }

    /**
     * Takes what is newer than the copy has and leaves the rest.
     *
     * @param changes one per sku
     */
    public Uni<Void> apply(SqlConnection sql, Collection<ProductChanged> changes) {
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : sql.preparedQuery(UPSERT).execute(parameters(sorted(changes))).replaceWithVoid();
    }

    private static Product product(Row row) {
        var price = OrderRows.money(row.getBigDecimal("price"), row.getString("currency"));
        return new Product(row.getString("sku"), row.getString("name"), price, row.getBoolean("active"));
    }

    private static List<ProductChanged> sorted(Collection<ProductChanged> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(ProductChanged::sku))
                .toList();
    }

    private static Tuple parameters(List<ProductChanged> changes) {
        return Tuple.tuple()
                .addArrayOfString(column(changes, String[]::new, ProductChanged::sku))
                .addArrayOfString(column(changes, String[]::new, ProductChanged::name))
                .addArrayOfString(column(
                        changes,
                        String[]::new,
                        change -> change.price().amount().toPlainString()))
                .addArrayOfString(
                        column(changes, String[]::new, change -> change.price().currency()))
                .addArrayOfString(column(changes, String[]::new, ProductChanged::category))
                .addArrayOfBoolean(column(changes, Boolean[]::new, ProductChanged::active))
                .addArrayOfLong(column(changes, Long[]::new, ProductChanged::version));
    }

    private static <T> T[] column(
            List<ProductChanged> changes, IntFunction<T[]> array, Function<ProductChanged, T> value) {
        return changes.stream().map(value).toArray(array);
    }
}
