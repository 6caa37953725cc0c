package dev.orderflow.systemtests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.systemtests.openapi.ApiCall;
import dev.orderflow.systemtests.openapi.Asking;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** How each operation is brought to each of its successes, and to the refusals that only it has. */
final class ApiSuccesses {

    /** A call that must be answered with this status. */
    record Expected(int status, Asking asking) {}

    private static final String KEY = "Idempotency-Key";

    private final TestSystem system;
    private final ApiWorld world;

    ApiSuccesses(TestSystem system, ApiWorld world) {
        this.system = system;
        this.world = world;
    }

    /** In their order, each made when the one before has been answered; empty for an operation that nobody drives. */
    List<Function<ApiCall, Expected>> of(ApiCall call) {
        return switch (call.id()) {
            case "placeOrder" -> List.of(as(201), it -> unknownProduct(it), it -> otherTotal(it));
            case "changeOrder" ->
                List.of(
                        it -> expect(200, ask(it).path("id", world.slow()).header("If-Match", "*")),
                        it -> expect(412, ask(it).path("id", world.delivered(0)).header("If-Match", "\"999\"")),
                        it -> expect(409, ask(it).path("id", world.delivered(0)).header("If-Match", "*")),
                        it -> expect(428, ask(it).path("id", world.delivered(0)).without("If-Match")));
            case "getOrder" -> tagged("id", world.delivered(0));
            case "getProduct" -> tagged("sku", world.sku());
            case "cancelOrder" ->
                List.of(
                        it -> expect(202, ask(it).path("id", world.slow())),
                        it -> expect(200, ask(it).path("id", world.cancelled())),
                        it -> expect(409, ask(it).path("id", world.delivered(0))));
            case "returnOrder" ->
                List.of(
                        it -> expect(202, ask(it).path("id", world.delivered(1))),
                        it -> expect(409, ask(it).path("id", world.cancelled())));
            case "retrySaga" ->
                List.of(
                        it -> expect(202, ask(it).path("id", returned(2))),
                        it -> expect(409, ask(it).path("id", world.delivered(0))));
            case "resolveSaga" ->
                List.of(
                        it -> expect(200, ask(it).path("id", stuck(3)).body(outcome(it, "RETURNED"))),
                        it -> expect(409, ask(it).path("id", world.delivered(0))));
            case "putProduct" -> List.of(it -> product(201, it), it -> product(200, it), it -> product(412, it));
            case "adjustStock" -> List.of(as(200), it -> expect(409, ask(it).body(delta(it, -1_000_000_000))));
            case "eraseCustomer" -> List.of(as(202), it -> expect(409, ask(it).path("id", customerWithOpenOrder())));
            case "replayDeadLetter", "discardDeadLetter" -> settled();
            case "replayDeadLetters" -> List.of(as(202));
            case "streamEvents" -> List.of(as(200), it -> expect(204, knowingAll(it)));
            case "watchNotifications" -> List.of(it -> expect(101, upgrading(it)), as(426));
            case "getPreferences" -> List.of(as(200), it -> expect(304, ask(it).header("If-None-Match", "*")));
            case "putPreferences" ->
                List.of(
                        as(200),
                        it -> expect(412, ask(it).header("If-Match", "\"999999\"")),
                        it -> expect(422, ask(it).body(hook(it, "https://127.0.0.1/orders"))));
            case "retryWebhookDelivery" -> List.of(as(202));
            case "createTicket" -> List.of(as(201));
            case "getTimeline",
                    "listOrders",
                    "placeOrders",
                    "getIntake",
                    "changeIntake",
                    "listSagas",
                    "listProducts",
                    "getStock",
                    "getPayment",
                    "listDifferences",
                    "takePaymentEvent",
                    "getShipment",
                    "takeCarrierEvent",
                    "listNotifications",
                    "getPoints",
                    "listPointsMovements",
                    "listMinutes",
                    "listCancellations",
                    "listLatencies",
                    "listBestSellers",
                    "getCustomerPattern",
                    "listWebhookDeliveries",
                    "listAudit",
                    "listChannels",
                    "changeChannel",
                    "listDeadLetters",
                    "getDeadLetter",
                    "listProblems",
                    "getProblem" -> List.of(as(200));
            default -> List.of();
        };
    }

    private Function<ApiCall, Expected> as(int status) {
        return call -> expect(status, ask(call));
    }

    private static Expected expect(int status, Asking asking) {
        return new Expected(status, asking);
    }

    private String token(ApiCall call) {
        var tokens = world.sender(call).tokens();
        return tokens.isEmpty() ? null : tokens.getFirst();
    }

    /** As the right caller, about what there is, with a key of its own. */
    Asking ask(ApiCall call) {
        var sender = world.sender(call);
        var asking = new Asking(call).as(token(call));
        call.parameters("path")
                .forEach(part -> asking.path(
                        part.name(), sender.values().get(part.name()).getFirst()));
        if (call.header(KEY).isPresent()) {
            asking.header(KEY, "\"" + UUID.randomUUID() + "\"");
        }
        if (call.statuses().contains(428)) {
            asking.header("If-Match", "*");
        }
        if (call.takesBody()) {
            asking.body(sender.body());
        }
        sender.signer().apply(asking.body()).forEach(field -> asking.header(field.name(), field.value()));
        return asking;
    }

    /** RFC 6455, with its own example of a key. */
    private Asking upgrading(ApiCall call) {
        return ask(call)
                .header("Connection", "Upgrade")
                .header("Upgrade", "websocket")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
    }

    private Asking knowingAll(ApiCall call) {
        var order = world.delivered(0);
        var version = world.shop().order(order).version();
        return ask(call).path("id", order).header("Last-Event-ID", Long.toString(version));
    }

    private List<Function<ApiCall, Expected>> tagged(String name, String value) {
        return List.of(
                call -> expect(200, ask(call).path(name, value)),
                call -> expect(304, ask(call).path(name, value).header("If-None-Match", "*")));
    }

    private List<Function<ApiCall, Expected>> settled() {
        var known = new String[1];
        return List.of(
                call -> expect(
                        200,
                        ask(call)
                                .path(
                                        "id",
                                        known[0] = world.letters().of(call.api().service()))),
                call -> expect(409, ask(call).path("id", known[0])));
    }

    private Expected unknownProduct(ApiCall call) {
        var order = world.body(call);
        ((ObjectNode) order.at("/items/0")).put("sku", "no-such-thing");
        return expect(422, ask(call).body(order));
    }

    private Expected otherTotal(ApiCall call) {
        var order = (ObjectNode) world.body(call);
        order.putObject("expectedTotal").put("amount", "0.01").put("currency", "EUR");
        return expect(409, ask(call).body(order));
    }

    private final String newSku = "api-" + UUID.randomUUID();

    private Expected product(int status, ApiCall call) {
        var asking = ask(call).path("sku", newSku);
        return expect(status, status == 412 ? asking.header("If-Match", "\"999\"") : asking);
    }

    private ObjectNode delta(ApiCall call, int pieces) {
        return ((ObjectNode) world.body(call)).put("delta", pieces);
    }

    private ObjectNode hook(ApiCall call, String url) {
        return ((ObjectNode) world.body(call)).put("webhookUrl", url);
    }

    private ObjectNode outcome(ApiCall call, String outcome) {
        return ((ObjectNode) world.body(call)).put("outcome", outcome);
    }

    private String returned(int number) {
        var order = world.delivered(number);
        world.shop().giveBack(order).ok(202);
        return order;
    }

    /** As the sweeper leaves it when nobody has answered in time. */
    private String stuck(int number) {
        var order = returned(number);
        try (var connection = system.database("order");
                var update = connection.prepareStatement(
                        "UPDATE orders SET stuck = true, deadline = NULL WHERE id = ?::uuid")) {
            update.setString(1, order);
            update.executeUpdate();
            return order;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String customerWithOpenOrder() {
        var customer = "api-open-" + UUID.randomUUID();
        new Shop(system, customer).placed(NewOrder.of(world.sku()).paidWith("tok_slow"));
        return customer;
    }
}
