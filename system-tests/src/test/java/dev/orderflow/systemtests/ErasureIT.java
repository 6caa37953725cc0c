package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator erases a customer at one service, and all of them forget. */
@ExtendWith(RunningSystem.class)
class ErasureIT {

    private static final String RECIPIENT = "Alice Example";

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final String customer = "forgotten-" + UUID.randomUUID();
    private final Shop shop = new Shop(system, customer);

    /** What an operator has not decided on for long must not keep an address alive. */
    @ParameterizedTest
    @ValueSource(strings = {"inventory", "payment", "shipping", "notification", "loyalty"})
    void reachesDeadLetters(String service) throws SQLException {
        var letter = letter(service);
        assertThat(payload(service, letter)).contains(RECIPIENT);

        assertThat(erase().status()).isEqualTo(202);

        await(service)
                .atMost(Shop.PATIENCE)
                .until(() -> !payload(service, letter).contains(RECIPIENT));
        assertThat(payload(service, letter)).contains(customer);
        remove(service, letter);
    }

    @Test
    void leavesSumsAndStockAsTheyWere() {
        var sku = warehouse.product(10);
        var id = shop.placed(NewOrder.of(sku));
        assertThat(erase().status()).as("open").isEqualTo(409);
        var before = shop.awaitStatus(id, "DELIVERED");

        assertThat(erase().status()).isEqualTo(202);

        var after = shop.order(id);
        assertThat(after.shippingAddress()).isEmpty();
        assertThat(after.total()).isEqualTo(before.total());
        warehouse.awaitStock(sku, 9, 0);
        assertThat(shop.timeline(id)).isNotEmpty();
    }

    private Answer erase() {
        return system.http()
                .delete(system.url("order") + "/customers/" + customer, system.token("ops", "operator", null));
    }

    /** As a service stores an event that it can't handle. */
    private String letter(String service) throws SQLException {
        var id = UUID.randomUUID().toString();
        var payload = "{\"orderId\":\"%s\",\"customerId\":\"%s\",\"shippingAddress\":{\"recipient\":\"%s\"}}"
                .formatted(id, customer, RECIPIENT);
        try (var connection = system.database(service);
                var insert = connection.prepareStatement("""
                        INSERT INTO dead_letter (id, line, topic, partition, "offset", key, type, data_version, payload,
                                                 headers, error_type, error, attempts)
                        VALUES (?::uuid, ?, 'order-events', 0, 0, ?, 'orderflow.order.placed', 1, ?, '{}', 'Test', 'a', 1)""")) {
            insert.setString(1, id);
            insert.setString(2, "single/" + id);
            insert.setString(3, id);
            insert.setBytes(4, payload.getBytes(UTF_8));
            insert.executeUpdate();
        }
        return id;
    }

    private void remove(String service, String letter) throws SQLException {
        try (var connection = system.database(service);
                var delete = connection.prepareStatement("DELETE FROM dead_letter WHERE id = ?::uuid")) {
            delete.setString(1, letter);
            delete.executeUpdate();
        }
    }

    private String payload(String service, String letter) throws SQLException {
        try (var connection = system.database(service);
                var select = connection.prepareStatement("SELECT payload FROM dead_letter WHERE id = ?::uuid")) {
            select.setString(1, letter);
            try (var rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return new String(rows.getBytes(1), UTF_8);
            }
        }
    }
}
