package dev.orderflow.devservices.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.devservices.drill.check.Observations.Cancellation;
import dev.orderflow.devservices.drill.check.Observations.Letter;
import dev.orderflow.devservices.drill.check.Observations.Order;
import dev.orderflow.devservices.drill.check.Observations.Parcel;
import dev.orderflow.devservices.drill.check.Observations.Payment;
import dev.orderflow.devservices.drill.check.Observations.Shelf;
import dev.orderflow.devservices.drill.fault.RedisLink;
import dev.orderflow.devservices.system.Api;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Product;
import dev.orderflow.devservices.system.Service;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a system over HTTP, as an operator, and asks Redis what the gate believes. */
final class Observer {

    private static final String LEVELS = "{stock}:levels";
    private static final String EXPIRIES = "{stock}:expiries";

    private final OrderflowSystem system;
    private final String operator;

    Observer(OrderflowSystem system) {
        this.system = system;
        this.operator = system.token("drill", null, "operator");
    }

    List<Order> orders() {
        return pages(Service.ORDER, "/orders?limit=200").map(Observer::order).toList();
    }

    List<Letter> letters() {
        return Service.withDatabase().stream()
                .flatMap(service ->
                        pages(service, "/admin/dead-letters?limit=200").map(letter -> letter(service, letter)))
                .toList();
    }

    /** One for each intent, those that took no money included. */
    List<Payment> payments() {
        Map<String, JsonNode> ledger = new HashMap<>();
        new Api(system.endpoints().paymentProvider(), "")
                .get("/ledger")
                .orFail("the provider's ledger can't be read")
                .body()
                .forEach(line -> ledger.put(text(line, "intent"), line));
        return intents().stream()
                .map(intent -> payment(intent, ledger.get(text(intent, "id"))))
                .toList();
    }

    private List<JsonNode> intents() {
        Api provider = new Api(system.endpoints().paymentProvider(), system.paymentKey());
        List<JsonNode> intents = new ArrayList<>();
        String last = "";
        for (boolean more = true; more; ) {
            JsonNode page = provider.get("/v1/payment_intents?limit=100" + last)
                    .orFail("the provider's intents can't be read")
                    .body();
            page.path("data").forEach(intents::add);
            last = intents.isEmpty() ? "" : "&starting_after=" + text(intents.getLast(), "id");
            more = page.path("has_more").asBoolean();
        }
        return intents;
    }

    /** @param line null if no money moved */
    private static Payment payment(JsonNode intent, JsonNode line) {
        return new Payment(
                intent.at("/metadata/order").asText(),
                line == null ? BigDecimal.ZERO : decimal(line, "captured"),
                line == null ? BigDecimal.ZERO : decimal(line, "refunded"));
    }

    /** What was bought; a shipment without a label is only a question. */
    List<Parcel> parcels() {
        Api carrier = new Api(system.endpoints().carrier(), system.carrierKey());
        List<Parcel> parcels = new ArrayList<>();
        String last = "";
        for (boolean more = true; more; ) {
            JsonNode page = carrier.get("/v2/shipments?page_size=100" + last)
                    .orFail("the carrier's shipments can't be read")
                    .body();
            for (JsonNode shipment : page.path("shipments")) {
                last = "&before_id=" + text(shipment, "id");
                if (shipment.hasNonNull("tracking_code")) {
                    parcels.add(parcel(shipment));
                }
            }
            more = page.path("has_more").asBoolean();
        }
        return parcels;
    }

    List<Shelf> shelves(List<Product> products) {
        return products.stream().map(this::shelf).toList();
    }

    /** Those that have not ended by themselves. */
    long holds() {
        RedisLink redis = new RedisLink(system.endpoints().redis());
        return redis.countAbove(EXPIRIES, redis.now());
    }

    AnsweredFigures figures() {
        return new AnsweredFigures(api(Service.ANALYTICS));
    }

    private Shelf shelf(Product product) {
        JsonNode stock = api(Service.INVENTORY)
                .get("/stock/" + product.sku())
                .orFail("stock of " + product.sku() + " can't be read")
                .body();
        String level = new RedisLink(system.endpoints().redis()).field(LEVELS, product.sku());
        return new Shelf(
                product.sku(),
                product.stock(),
                stock.path("onHand").asLong(),
                stock.path("reserved").asLong(),
                level.replaceFirst(":.*", ""));
    }

    private Stream<JsonNode> pages(Service service, String first) {
        List<JsonNode> items = new ArrayList<>();
        for (String path = first; !path.isEmpty(); ) {
            JsonNode page = api(service)
                    .get(path)
                    .orFail(service.module() + " can't be read")
                    .body();
            page.path("items").forEach(items::add);
            path = page.path("next").asText("");
        }
        return items.stream();
    }

    private Api api(Service service) {
        return new Api(system.url(service), operator);
    }

    private static Order order(JsonNode json) {
        Map<String, Integer> lines = new TreeMap<>();
        json.path("items")
                .forEach(line ->
                        lines.merge(text(line, "sku"), line.path("quantity").asInt(), Integer::sum));
        return new Order(
                text(json, "id"),
                text(json, "customerId"),
                text(json, "status"),
                new BigDecimal(json.at("/total/amount").asText()),
                lines,
                json.hasNonNull("cancellation") ? cancellation(json.path("cancellation")) : null,
                json.at("/shipment/trackingNumber").asText(""),
                Instant.parse(text(json, "updatedAt")));
    }

    private static Parcel parcel(JsonNode json) {
        return new Parcel(text(json, "tracking_code"), json.path("is_return").asBoolean(), text(json, "status"));
    }

    private static Cancellation cancellation(JsonNode json) {
        return new Cancellation(
                text(json, "reason"),
                text(json, "requestedBy"),
                json.path("refused").asBoolean());
    }

    private static Letter letter(Service service, JsonNode json) {
        return new Letter(
                service,
                text(json, "id"),
                text(json, "key"),
                text(json, "type"),
                text(json, "state"),
                text(json, "error"));
    }

    private static BigDecimal decimal(JsonNode json, String field) {
        return new BigDecimal(text(json, field));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }
}
