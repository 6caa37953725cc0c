package dev.orderflow.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.Sender;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom and what the operations of all services can be tried with: a customer, a product and orders of its own, so that no
 * other test is disturbed.
 */
final class ApiWorld {

    private final TestSystem system;
    private final String customer = "api-" + UUID.randomUUID();
    private final Shop shop;
    private final String operator;
    private final String sku;
    private final Letters letters;
    private final Signatures signatures;
    private final List<String> delivered;
    private final String cancelled;
    private final String delivery;
    private final Hooks hooks;

    /** @param orders how many orders are delivered before anything is tried */
    ApiWorld(TestSystem system, int orders) {
        this.system = system;
        this.shop = new Shop(system, customer);
        this.operator = system.token("api", "operator", null);
        this.sku = new Warehouse(system).product(1_000_000);
        this.letters = new Letters(system, sku);
        this.signatures = new Signatures(system);
        this.hooks = new Hooks(system, shop.token());
        hooks.open("https://hooks.example.com/orders");
        this.delivered = IntStream.range(0, orders)
                .mapToObj(n -> shop.placed(NewOrder.of(sku)))
                .toList();
        this.cancelled = shop.placed(NewOrder.of(sku).paidWith("tok_chargeDeclined"));
        hooks.awaitDelivery();
        hooks.close();
        delivered.forEach(order -> shop.awaitStatus(order, "DELIVERED"));
        shop.awaitStatus(cancelled, "CANCELLED");
        this.delivery = hooks.awaitSettled();
        awaitFigures();
    }

    /** Until it has counted, analytics says 503. */
    private void awaitFigures() {
        var figures = system.answeredFigures();
        await("figures of " + customer)
                .atMost(Shop.PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        figures.pattern(customer).startsWith(delivered.size() + 1 + " " + delivered.size() + " 1"));
    }

    Shop shop() {
        return shop;
    }

    /** The subject of the shop's token. */
    String customer() {
        return customer;
    }

    /** The token of somebody who is no customer. */
    String operator() {
        return operator;
    }

    /** Nothing more is sent to the customer's endpoint. */
    void closeHooks() {
        hooks.close();
    }

    String sku() {
        return sku;
    }

    String delivered(int number) {
        return delivered.get(number);
    }

    String cancelled() {
        return cancelled;
    }

    Letters letters() {
        return letters;
    }

    /** Placed just now; its payment takes five seconds. */
    String slow() {
        return shop.placed(NewOrder.of(sku).paidWith("tok_slow"));
    }

    Sender sender(ApiCall call) {
        var customers = List.of(shop.token());
        var operators = List.of(operator);
        var all = List.of(shop.token(), operator);
        var tokens = call.roles().size() == 1 ? call.roles().contains("operator") ? operators : customers : all;
        boolean open = tokens.size() != 1;
        var strangers = open ? List.<String>of() : tokens.equals(operators) ? customers : operators;
        return new Sender(
                tokens, strangers, values(call), body(call), harmless(call), body -> signatures.of(call.id(), body));
    }

    /** Nothing that others need may be switched off. */
    private static Predicate<String> harmless(ApiCall call) {
        return switch (call.id()) {
            case "changeChannel" -> body -> !body.contains("true");
            case "changeIntake" -> body -> !body.contains("false");
            default -> body -> true;
        };
    }

    private Map<String, List<String>> values(ApiCall call) {
        var path = call.path();
        var orders = Stream.concat(delivered.stream(), Stream.of(cancelled)).toList();
        return Map.of(
                "sku",
                call.id().equals("putProduct") ? List.of("api-put-1", "api-put-2") : List.of(sku),
                "orderId",
                orders,
                "name",
                List.of(path.startsWith("/problems") ? "not-found" : channel(call)),
                "id",
                path.startsWith("/customers")
                        ? List.of(customer + "-gone")
                        : path.startsWith("/analytics/customers")
                                ? List.of(customer)
                                : path.contains("dead-letters")
                                        ? List.of(letters.of(call.api().service()))
                                        : path.startsWith("/webhook-deliveries") ? List.of(delivery) : orders);
    }

    static String channel(ApiCall call) {
        return call.api().service().equals("order") ? "inventory-events-in" : "order-events-in";
    }

    /** The document's example, of things that there are. */
    JsonNode body(ApiCall call) {
        if (!call.takesBody()) {
            return null;
        }
        var example = call.requestExample().deepCopy();
        switch (call.id()) {
            case "placeOrder" -> order(example);
            case "placeOrders" -> example.forEach(this::order);
            case "changeChannel" -> ((ObjectNode) example).put("paused", false);
            case "replayDeadLetters" ->
                ((ObjectNode) example).put("key", "nothing").put("topic", "nowhere");
            default -> {}
        }
        return example;
    }

    private void order(JsonNode order) {
        order.get("items").forEach(item -> ((ObjectNode) item).put("sku", sku));
    }
}
