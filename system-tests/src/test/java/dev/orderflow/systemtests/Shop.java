package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.client.OrderflowClient;
import dev.orderflow.client.RetryPolicy;
import dev.orderflow.client.model.Order;
import dev.orderflow.client.model.TimelineEntry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What a shop does with Orderflow, over HTTP, as one customer. */
final class Shop {

    /** Enough for a saga on a busy machine, dispatch and delivery (a second each) included. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http http;
    private final String orders;
    private final String token;
    private final OrderflowClient client;

    Shop(TestSystem system, String customer) {
        this(system, customer, "order");
    }

    /** @param process the replica that it speaks to */
    Shop(TestSystem system, String customer, String process) {
        this.http = system.http();
        this.orders = system.url(process) + "/orders";
        this.token = system.token(customer, "customer", customer + "@example.com");
        this.client = system.client(token, process);
    }

    String token() {
        return token;
    }

    OrderflowClient client() {
        return client;
    }

    Answer place(NewOrder order) {
        return http.post(orders, token, null, order.json());
    }

    Answer place(NewOrder order, String idempotencyKey) {
        return http.post(orders, token, idempotencyKey, order.json());
    }

    /** Places an order that must be accepted in the end; answers its id. */
    String placed(NewOrder order) {
        var call = client.orders()
                .place(order.request())
                .withRetry(RetryPolicy.standard().within(PATIENCE));
        return call.execute().id().toString();
    }

    /** As api.md tells clients: what is still running (409) or overload (503) is sent again, with the same key. */
    Answer placed(NewOrder order, String idempotencyKey) {
        return await("an order to be accepted")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> place(order, idempotencyKey), this::isPlaced);
    }

    private boolean isPlaced(Answer answer) {
        if (answer.status() == 409) {
            assertThat(answer.problem()).isEqualTo("request-in-progress");
        }
        assertThat(answer.status()).as(answer.body()).isIn(201, 409, 503);
        return answer.status() == 201;
    }

    Order order(String id) {
        return client.orders().get(UUID.fromString(id)).execute();
    }

    Answer find(String id) {
        return http.get(orders + "/" + id, token);
    }

    String status(String id) {
        return order(id).status().name();
    }

    Answer cancel(String id) {
        return http.post(orders + "/" + id + "/cancel", token, null, "{\"reason\":\"changed my mind\"}");
    }

    Answer giveBack(String id) {
        return http.post(orders + "/" + id + "/returns", token, null, "{\"reason\":\"too blue\"}");
    }

    List<String> timeline(String id) {
        return client.orders().timeline(UUID.fromString(id)).execute().stream()
                .map(TimelineEntry::event)
                .toList();
    }

    Order awaitStatus(String id, String status) {
        return awaitStatus(id, status, PATIENCE);
    }

    Order awaitStatus(String id, String status, Duration patience) {
        await("order " + id)
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(status(id)).isEqualTo(status));
        return order(id);
    }
}
