package dev.orderflow.bench.reads;

import static dev.orderflow.bench.reads.Asking.cursor;
import static dev.orderflow.bench.reads.Asking.parameter;

import dev.orderflow.bench.reads.Samples.Placed;
import dev.orderflow.devservices.system.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is read of products, payments, parcels, notifications and points. */
final class OtherReads {

    private static final int PRODUCTS = 100;
    private static final String MIDDLE_SKU = "bench-02500";

    private final Samples samples;
    private final Asking asking;

    OtherReads(Samples samples, Asking asking) {
        this.samples = samples;
        this.asking = asking;
    }

    Stream<Read> all() {
        return Stream.of(products(), payments(), shipments(), notifications(), points())
                .flatMap(each -> each);
    }

    private Stream<Read> products() {
        return Stream.of(
                shopper("products", "/products"),
                shopper("products, deep page", "/products?" + cursor(MIDDLE_SKU)),
                shopper("products of a category", "/products?category=tea"),
                shopper("products of a category, deep page", "/products?category=tea&" + cursor(MIDDLE_SKU)),
                eachProduct("product", 200, Map.of()),
                eachProduct("product, not modified", 304, Map.of("If-None-Match", "\"1\"")),
                new Read(
                        Service.INVENTORY,
                        "stock",
                        200,
                        skus().map(sku -> asking.operator(Service.INVENTORY, "/stock/" + sku))
                                .toList()));
    }

    private Read shopper(String name, String path) {
        return new Read(
                Service.INVENTORY, name, 200, List.of(asking.customer(Service.INVENTORY, Samples.LARGEST, path)));
    }

    private Read eachProduct(String name, int status, Map<String, String> headers) {
        return new Read(
                Service.INVENTORY,
                name,
                status,
                skus().map(sku -> asking.customer(Service.INVENTORY, Samples.LARGEST, "/products/" + sku, headers))
                        .toList());
    }

    private static Stream<String> skus() {
        return IntStream.range(0, PRODUCTS).mapToObj("bench-%05d"::formatted);
    }

    private Stream<Read> payments() {
        return Stream.of(
                new Read(
                        Service.PAYMENT,
                        "payment",
                        200,
                        delivered()
                                .map(order -> asking.operator(Service.PAYMENT, "/payments/" + order.id()))
                                .toList()),
                operators(Service.PAYMENT, "reconciliation", "/admin/reconciliation"),
                operators(
                        Service.PAYMENT,
                        "reconciliation, deep page",
                        "/admin/reconciliation?" + cursor(samples.middle(), "pi_0")));
    }

    private Stream<Read> shipments() {
        return Stream.of(new Read(
                Service.SHIPPING,
                "shipment",
                200,
                delivered()
                        .map(order -> asking.customer(Service.SHIPPING, order.customer(), "/shipments/" + order.id()))
                        .toList()));
    }

    /** Those of which every service knows. */
    private Stream<Placed> delivered() {
        return samples.orders().stream().filter(order -> order.status().equals("DELIVERED"));
    }

    private Stream<Read> notifications() {
        return Stream.of(
                eachCustomer(Service.NOTIFICATION, "my notifications", "/notifications"),
                largest(Service.NOTIFICATION, "largest customer's notifications", "/notifications"),
                largest(Service.NOTIFICATION, "largest customer's, deep page", "/notifications?" + middle()),
                eachCustomer(Service.NOTIFICATION, "preferences", "/preferences"),
                largest(Service.NOTIFICATION, "webhook deliveries", "/webhook-deliveries"),
                largest(
                        Service.NOTIFICATION,
                        "webhook deliveries, deep page",
                        "/webhook-deliveries?"
                                + cursor(
                                        samples.recent(),
                                        samples.middleOfLargest().id())));
    }

    private Stream<Read> points() {
        return Stream.of(
                eachCustomer(Service.LOYALTY, "points", "/points"),
                eachCustomer(Service.LOYALTY, "my movements", "/points/movements"),
                largest(Service.LOYALTY, "largest customer's movements", "/points/movements"),
                largest(Service.LOYALTY, "largest customer's, deep page", "/points/movements?" + middle()));
    }

    private String middle() {
        return cursor(samples.middle(), samples.middleOfLargest().id());
    }

    private Read eachCustomer(Service service, String name, String path) {
        return new Read(
                service,
                name,
                200,
                samples.orders().stream()
                        .map(order -> asking.customer(service, order.customer(), path))
                        .toList());
    }

    private Read largest(Service service, String name, String path) {
        return new Read(service, name, 200, List.of(asking.customer(service, Samples.LARGEST, path)));
    }

    /** What every service tells its operators. */
    Stream<Read> administration(Service service) {
        return Stream.of(
                operators(service, "dead letters", "/admin/dead-letters"),
                operators(service, "audit", "/admin/audit"),
                operators(service, "channels", "/admin/channels"));
    }

    /** The same code in every service, so that its filters are asked of one. */
    Stream<Read> filters() {
        var from = parameter("from", samples.middle());
        return Stream.of(
                letters("one", "/" + samples.letter()),
                letters("OPEN", "?state=OPEN"),
                letters("REPLAYED", "?state=REPLAYED"),
                letters("deep page", "?" + cursor(500)),
                letters("by topic", "?topic=order-events"),
                letters("by type", "?type=orderflow.order.placed"),
                letters("by key (none)", "?key=nobody"),
                letters("by error", "?errorType=UnknownEventException"),
                letters("since", "?" + from),
                audit("deep page", cursor(samples.middleOfLargest().id())),
                audit("by a rare actor", "actor=operator-49"),
                audit("by an actor who is not there", "actor=nobody"),
                audit("by action", "action=saga-resolved"),
                audit("by subject", "subject=subject-7"),
                audit("of a time", from + "&" + parameter("to", samples.middle().plusSeconds(86_400))));
    }

    private Read letters(String name, String rest) {
        return operators(Service.ORDER, "dead letters, " + name, "/admin/dead-letters" + rest);
    }

    private Read audit(String name, String query) {
        return operators(Service.ORDER, "audit, " + name, "/admin/audit?" + query);
    }

    private Read operators(Service service, String name, String path) {
        return new Read(service, name, 200, List.of(asking.operator(service, path)));
    }
}
