package dev.orderflow.inventory.persistence;

import static java.util.stream.Collectors.toMap;

import dev.orderflow.inventory.domain.Shelf;
import dev.orderflow.inventory.domain.Stock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Stocks, many at a time. */
@Singleton
public final class StockTable {

    private static final String LOCK = """
            SELECT s.sku, s.on_hand, s.reserved, s.version, p.active
            FROM stock s JOIN product p ON p.sku = s.sku
            WHERE s.sku = ANY($1) ORDER BY s.sku FOR UPDATE OF s""";

    private static final String PAGE =
            "SELECT sku, on_hand, reserved, version FROM stock WHERE sku > $1 ORDER BY sku LIMIT $2";

    private static final String FIND = "SELECT sku, on_hand, reserved, version FROM stock WHERE sku = ANY($1)";

    private static final String UPDATE = """
            UPDATE stock s SET on_hand = n.on_hand, reserved = n.reserved, version = n.version
            FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) AS n(sku, on_hand, reserved, version)
            WHERE s.sku = n.sku""";

    /** The committed stocks behind this sku, in the order of their skus. */
    public Uni<List<Stock>> page(SqlClient sql, String after, int limit) {
        return sql.preparedQuery(PAGE).execute(Tuple.of(after, limit)).map(StockTable::stocks);
    }

    /** The committed stocks of these skus, as far as they are there. */
    public Uni<List<Stock>> find(SqlClient sql, Collection<String> skus) {
        return sql.preparedQuery(FIND)
                .execute(Tuple.of(skus.toArray(String[]::new)))
                .map(StockTable::stocks);
    }

    /** Locks the stocks of these products in the order of their skus; unknown ones are not among the answer. */
    public Uni<Map<String, Shelf>> lock(SqlConnection sql, Collection<String> skus) {
        if (skus.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return sql.preparedQuery(LOCK)
                .execute(Tuple.of(skus.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StockTable::shelf)
                        .collect(toMap(shelf -> shelf.stock().sku(), Function.identity())));
    }

    /** Writes locked stocks back. */
    public Uni<Void> update(SqlConnection sql, Collection<Stock> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return sql.preparedQuery(UPDATE)
                .execute(parameters(List.copyOf(changed)))
                .replaceWithVoid();
    }

    private static Tuple parameters(List<Stock> all) {
        return Tuple.of(
                all.stream().map(Stock::sku).toArray(String[]::new),
                all.stream().map(Stock::onHand).toArray(Long[]::new),
                all.stream().map(Stock::reserved).toArray(Long[]::new),
                all.stream().map(Stock::version).toArray(Long[]::new));
    }

    private static Shelf shelf(Row row) {
        return new Shelf(stock(row), row.getBoolean("active"));
    }

    private static List<Stock> stocks(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(StockTable::stock)
                .toList();
    }

    private static Stock stock(Row row) {
        return new Stock(row.getString("sku"), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("version"));
    }
}
