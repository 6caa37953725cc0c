package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Dead letters as a service stores them, which it can handle when they are replayed. */
record Letters(TestSystem system, String sku) {

    /** Answers its id. */
    String of(String service) {
        return service.equals("order")
                ? letter(service, "product-events", "orderflow.product.changed", sku, product())
                : ofErasure(service, "nobody");
    }

    /** Of a customer's erasure; answers its id. */
    String ofErasure(String service, String customer) {
        return letter(service, "customer-events", "orderflow.customer.erased", customer, erased(customer));
    }

    String state(String service, String id) {
        try (var connection = system.database(service);
                var select = connection.prepareStatement("SELECT state FROM dead_letter WHERE id = ?::uuid")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String product() {
        return """
                {"sku":"%s","name":"A","price":{"amount":"1.00","currency":"EUR"},"category":"test","active":true,"version":1}""".formatted(sku);
    }

    private static String erased(String customer) {
        return "{\"customerId\":\"%s\",\"at\":\"%s\"}".formatted(customer, Instant.now());
    }

    private static String headers(String id, String type, String key) {
        return """
                {"ce_specversion":"1.0","ce_id":"%s","ce_type":"%s","ce_source":"/orderflow/test","ce_subject":"%s",
                 "ce_time":"%s","ce_dataversion":"1"}""".formatted(id, type, key, Instant.now());
    }

    private String letter(String service, String topic, String type, String key, String payload) {
        var id = UUID.randomUUID().toString();
        try (var connection = system.database(service);
                var insert = connection.prepareStatement("""
                        INSERT INTO dead_letter (id, line, topic, partition, "offset", key, type, data_version, payload,
                                                 headers, error_type, error, attempts, event_id)
                        VALUES (?::uuid, ?, ?, 0, 0, ?, ?, 1, ?, ?::jsonb, 'Test', 'a', 1, ?::uuid)""")) {
            insert.setString(1, id);
            insert.setString(2, "single/" + id);
            insert.setString(3, topic);
            insert.setString(4, key);
            insert.setString(5, type);
            insert.setBytes(6, payload.getBytes(UTF_8));
            insert.setString(7, headers(id, type, key));
            insert.setString(8, id);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
