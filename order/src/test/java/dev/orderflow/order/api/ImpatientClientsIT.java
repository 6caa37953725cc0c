package dev.orderflow.order.api;

import static dev.orderflow.order.api.Shop.as;
import static dev.orderflow.order.api.Shop.placed;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.order.testing.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImpatientClientsIT {

    @Inject
    Shop shop;

    @Inject
    Database database;

    @TestHTTPResource("/")
    URI service;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int connections;

    private final String customer = Shop.somebody();

    @BeforeEach
    void openTheShop() {
        shop.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/orders/%s", "/orders/%s/timeline", "/orders?limit=5"})
    void leaveNoDatabaseConnectionTaken(String path) throws Exception {
        var id = placed(customer);
        var clients = new ArrayList<Socket>();
        try (var blocked = database.holding("LOCK TABLE orders, journal IN ACCESS EXCLUSIVE MODE")) {
            for (int n = 0; n < 3 * connections; n++) {
                clients.add(ask(path.formatted(id)));
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> waiting() >= connections / 2);
            for (var client : clients) {
                client.close();
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(customer).get("/orders/" + id).statusCode() == 200);
        for (int n = 0; n < 3 * connections; n++) {
            as(customer).get("/orders/" + id).then().statusCode(200);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> idleInTransaction() == 0);
    }

    private long idleInTransaction() {
        return database.count("pg_stat_activity WHERE state = 'idle in transaction'");
    }

    private long waiting() {
        return database.count("pg_stat_activity WHERE wait_event_type = 'Lock'");
    }

    private Socket ask(String path) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(path, Tokens.customer(customer));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
