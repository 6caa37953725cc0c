package dev.orderflow.devservices.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.drill.check.Observations.Product;
import dev.orderflow.devservices.drill.check.Observations.ProductState;
import dev.orderflow.devservices.drill.fault.TopicReader;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The products, from whoever keeps them: inventory's journal, the compacted topic and order's copy.
 *
 * @param told by sku, what the operator who changes them was told
 */
record Products(Database database, String bootstrap, Map<String, String> told) {

    private static final String TOPIC = "product-events";

    private static final String NEWEST = """
            SELECT DISTINCT ON (key) key, payload::text FROM journal
            WHERE topic = '%s' ORDER BY key, version DESC""".formatted(TOPIC);

    private static final String COPY = "SELECT sku, name, price, currency, category, active, version FROM product";

    List<Product> read() {
        Map<String, ProductState> topic = lastOnTopic();
        Map<String, ProductState> copies = new HashMap<>();
        database.read(Service.ORDER, COPY, row -> copies.put(row.getString("sku"), copy(row)));
        return database.read(Service.INVENTORY, NEWEST, row -> {
            String sku = row.getString("key");
            ProductState newest =
                    state(Json.readOrMissing(row.getString("payload").getBytes(UTF_8)));
            return new Product(
                    sku,
                    told.getOrDefault(sku, newest.words()),
                    newest,
                    Optional.ofNullable(topic.get(sku)),
                    Optional.ofNullable(copies.get(sku)));
        });
    }

    private Map<String, ProductState> lastOnTopic() {
        Map<String, ProductState> last = new HashMap<>();
        new TopicReader(bootstrap)
                .read(
                        List.of(TOPIC),
                        event -> last.put(new String(event.key(), UTF_8), state(Json.readOrMissing(event.value()))));
        return last;
    }

    private static ProductState state(JsonNode json) {
        return new ProductState(
                json.path("version").asLong(),
                json.path("name").asText(),
                price(json.at("/price/amount").asText()),
                json.at("/price/currency").asText(),
                json.path("category").asText(),
                json.path("active").asBoolean());
    }

    private static ProductState copy(ResultSet row) throws SQLException {
        return new ProductState(
                row.getLong("version"),
                row.getString("name"),
                price(row.getString("price")),
                row.getString("currency"),
                row.getString("category"),
                row.getBoolean("active"));
    }

    /** The same money, however many zeros are written. */
    private static BigDecimal price(String amount) {
        return new BigDecimal(amount).stripTrailingZeros();
    }
}
