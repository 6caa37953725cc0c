package dev.orderflow.systemtests;

import static dev.orderflow.systemtests.Refusing.KEY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.client.model.Money;
import dev.orderflow.systemtests.openapi.Asking;
import dev.orderflow.systemtests.openapi.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Orders that are not taken, and those that can't be changed any more or by this caller. */
final class OrderRefusals {

    private static final String PLACE = "order placeOrder";
    private static final int FEW = 5;

    private final ApiWorld world;
    private final Refusing refusing;
    private final String spentKey = "spent-" + UUID.randomUUID();
    private final String inactive = "api-inactive-" + UUID.randomUUID();
    private final String inDollars = "api-dollars-" + UUID.randomUUID();
    private final String scarce;
    private final String delivered;
    private final String strangers;

    OrderRefusals(TestSystem system, ApiWorld world, Refusing refusing) {
        this.world = world;
        this.refusing = refusing;
        var warehouse = new Warehouse(system);
        warehouse.put(inactive, Money.of("12.90", "EUR"), false);
        warehouse.put(inDollars, Money.of("12.90", "USD"), true);
        warehouse.adjust(inactive, FEW);
        warehouse.adjust(inDollars, FEW);
        this.scarce = warehouse.product(FEW);
        var stranger = new Shop(system, "api-stranger-" + UUID.randomUUID());
        this.strangers = stranger.placed(NewOrder.of(world.sku()));
        this.delivered = world.shop().placed(NewOrder.of(world.sku()));
        world.shop().placed(NewOrder.of(world.sku()), spentKey);
        world.shop().awaitStatus(delivered, "DELIVERED");
        stranger.awaitStatus(strangers, "DELIVERED");
        unknownYet().forEach(Refusing::awaitKnown);
    }

    /** Order's copy of the products and the gate's of their levels follow a moment later. */
    private List<Refusal> unknownYet() {
        return List.of(
                withoutKey(422, "product-inactive", items(inactive)),
                withoutKey(422, "mixed-currencies", alsoIn(inDollars)),
                withoutKey(409, "out-of-stock", tooManyOf(scarce)));
    }

    List<Refusal> placing() {
        return List.of(
                placing(422, "unknown-product", items("no-such-thing")),
                placing(422, "product-inactive", items(inactive)),
                placing(422, "mixed-currencies", alsoIn(inDollars)),
                placing(409, "price-changed", OrderRefusals::wrongTotal),
                placing(409, "out-of-stock", tooManyOf(scarce)),
                withoutKey(409, "price-changed", OrderRefusals::wrongTotal),
                withoutKey(409, "out-of-stock", tooManyOf(scarce)),
                refusing.refused(422, "idempotency-key-reused", PLACE, asking -> asking.header(KEY, quoted(spentKey))),
                refusing.refused(403, "forbidden", PLACE, asking -> asking.as(world.operator())));
    }

    List<Refusal> changing() {
        return List.of(
                refused(412, "precondition-failed", "changeOrder", delivered, "\"999\""),
                refused(409, "not-changeable", "changeOrder", delivered, "*"),
                refusing.refused(
                        428,
                        "precondition-required",
                        "order changeOrder",
                        asking -> asking.path("id", delivered).without("If-Match")),
                refused(409, "not-cancellable", "cancelOrder", delivered),
                refused(409, "not-returnable", "returnOrder", world.cancelled()),
                refused(409, "not-retryable", "retrySaga", delivered),
                refused(409, "not-resolvable", "resolveSaga", delivered));
    }

    List<Refusal> ofStrangers() {
        var nobodys = UUID.randomUUID().toString();
        return List.of(
                refused(404, "not-found", "changeOrder", strangers, "*"),
                refused(404, "not-found", "cancelOrder", strangers),
                refused(404, "not-found", "returnOrder", strangers),
                refused(404, "not-found", "cancelOrder", nobodys),
                refused(404, "not-found", "returnOrder", nobodys),
                refused(404, "not-found", "retrySaga", nobodys),
                refused(404, "not-found", "resolveSaga", nobodys),
                asCustomer("retrySaga"),
                asCustomer("resolveSaga"),
                asCustomer("eraseCustomer"),
                asCustomer("changeIntake"));
    }

    private Refusal placing(int status, String problem, Consumer<ObjectNode> change) {
        return refusing.refusedBody(status, problem, PLACE, change);
    }

    private Refusal withoutKey(int status, String problem, Consumer<ObjectNode> change) {
        return refusing.refused(
                status,
                problem,
                PLACE,
                asking -> asking.body(refusing.body(PLACE, change)).without(KEY));
    }

    private Refusal refused(int status, String problem, String operation, String order) {
        return refusing.refused(status, problem, "order " + operation, asking -> asking.path("id", order));
    }

    private Refusal refused(int status, String problem, String operation, String order, String ifMatch) {
        return refusing.refused(
                status,
                problem,
                "order " + operation,
                asking -> asking.path("id", order).header("If-Match", ifMatch));
    }

    private Refusal asCustomer(String operation) {
        return refusing.refused(403, "forbidden", "order " + operation, this::asCustomer);
    }

    private Asking asCustomer(Asking asking) {
        return asking.as(world.shop().token());
    }

    private static Consumer<ObjectNode> items(String sku) {
        return order -> ((ObjectNode) order.at("/items/0")).put("sku", sku);
    }

    private static Consumer<ObjectNode> alsoIn(String sku) {
        return order -> order.withArray("items").addObject().put("sku", sku).put("quantity", 1);
    }

    private static Consumer<ObjectNode> tooManyOf(String sku) {
        return order -> ((ObjectNode) order.at("/items/0")).put("sku", sku).put("quantity", FEW + 1);
    }

    private static void wrongTotal(ObjectNode order) {
        order.putObject("expectedTotal").put("amount", "0.01").put("currency", "EUR");
    }

    static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
