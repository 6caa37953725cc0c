package dev.orderflow.bench.reads;

import static dev.orderflow.bench.reads.Asking.cursor;
import static dev.orderflow.bench.reads.Asking.parameter;

import dev.orderflow.bench.reads.Samples.Placed;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What customers and operators read of orders. */
final class OrderReads {

    private static final Duration WEEK = Duration.ofDays(7);

    /** Of their events there is a last one: whoever knows it is told so, instead of a stream that never ends. */
    private static final Set<String> ENDED = Set.of("DELIVERED", "CANCELLED", "RETURNED");

    private final Samples samples;
    private final Asking asking;

    OrderReads(Samples samples, Asking asking) {
        this.samples = samples;
        this.asking = asking;
    }

    Stream<Read> all() {
        return Stream.of(ofOne(), listsOfCustomers(), listsOfOperators(), sagas())
                .flatMap(each -> each);
    }

    private Stream<Read> ofOne() {
        return Stream.of(
                one("order", 200, order -> "", _ -> Map.of()),
                one("order, not modified", 304, order -> "", order -> Map.of("If-None-Match", tag(order))),
                one("order at version 1", 200, order -> "?version=1", _ -> Map.of()),
                one("order at its version", 200, order -> "?version=" + order.version(), _ -> Map.of()),
                one("order as of a time", 200, order -> "?asOf=" + order.at().plus(WEEK), _ -> Map.of()),
                one("timeline", 200, order -> "/timeline", _ -> Map.of()),
                of(ended(), "events, all known", 204, order -> "/events", OrderReads::lastEvent));
    }

    private Stream<Placed> ended() {
        return samples.orders().stream().filter(order -> ENDED.contains(order.status()));
    }

    private static Map<String, String> lastEvent(Placed order) {
        return Map.of("Last-Event-ID", Long.toString(order.version()));
    }

    private Read one(
            String name, int status, Function<Placed, String> rest, Function<Placed, Map<String, String>> headers) {
        return of(samples.orders().stream(), name, status, rest, headers);
    }

    private Read of(
            Stream<Placed> orders,
            String name,
            int status,
            Function<Placed, String> rest,
            Function<Placed, Map<String, String>> headers) {
        return new Read(
                Service.ORDER,
                name,
                status,
                orders.map(order -> asking.customer(
                                Service.ORDER,
                                order.customer(),
                                "/orders/" + order.id() + rest.apply(order),
                                headers.apply(order)))
                        .toList());
    }

    private static String tag(Placed order) {
        return "\"" + order.version() + "\"";
    }

    private Stream<Read> listsOfCustomers() {
        return Stream.of(
                mine("my orders", ""),
                mine("my orders, 200", "limit=200"),
                mine("my DELIVERED orders", "status=DELIVERED"),
                largest("largest customer's orders", ""),
                largest("largest customer's, deep page", deep(samples.middleOfLargest())),
                largest("largest customer's, DELIVERED", "status=DELIVERED"),
                largest("largest customer's, RETURNED", "status=RETURNED"),
                largest("largest customer's, PENDING", "status=PENDING"),
                largest("largest customer's, of a week", week()),
                largest("largest customer's, RETURNED, of a week", week() + "&status=RETURNED"),
                largest(
                        "largest customer's, RETURNED, deep page",
                        "status=RETURNED&" + deep(samples.middleOfLargest())));
    }

    private Stream<Read> listsOfOperators() {
        return Stream.of(
                everybodys("everybody's orders", ""),
                everybodys("everybody's, deep page", deep()),
                everybodys("everybody's, of a week", week()),
                everybodys("everybody's, DELIVERED", "status=DELIVERED"),
                everybodys("everybody's, CANCELLED", "status=CANCELLED"),
                everybodys("everybody's, RETURNED", "status=RETURNED"),
                everybodys("everybody's, PENDING", "status=PENDING"),
                everybodys("everybody's, RECALLING (none)", "status=RECALLING"),
                everybodys("everybody's, RETURNED, deep page", "status=RETURNED&" + deep()),
                everybodys("everybody's, PENDING, deep page", "status=PENDING&" + deep(samples.middlePending())),
                everybodys("everybody's, RETURNED, of a week", week() + "&status=RETURNED"),
                everybodys("one customer's", parameter("customerId", Samples.LARGEST)),
                everybodys("one customer's, RETURNED", parameter("customerId", Samples.LARGEST) + "&status=RETURNED"));
    }

    private Stream<Read> sagas() {
        return Stream.of(
                operators("stuck sagas", "/admin/sagas?state=stuck"),
                operators("stuck sagas, deep page", "/admin/sagas?state=stuck&" + deep()),
                operators("active sagas", "/admin/sagas?state=active"),
                operators("active sagas, deep page", "/admin/sagas?state=active&" + deepInDeadlines()),
                operators("intake", "/admin/intake"));
    }

    private Read mine(String name, String query) {
        return new Read(
                Service.ORDER,
                name,
                200,
                samples.orders().stream()
                        .map(Placed::customer)
                        .distinct()
                        .map(customer -> asking.customer(Service.ORDER, customer, "/orders?" + query))
                        .toList());
    }

    private Read largest(String name, String query) {
        return new Read(
                Service.ORDER, name, 200, List.of(asking.customer(Service.ORDER, Samples.LARGEST, "/orders?" + query)));
    }

    private Read everybodys(String name, String query) {
        return operators("operator: " + name, "/orders?" + query);
    }

    private Read operators(String name, String path) {
        return new Read(Service.ORDER, name, 200, List.of(asking.operator(Service.ORDER, path)));
    }

    private String deep() {
        return cursor(samples.middle(), samples.middleOfLargest().id());
    }

    private static String deep(Placed order) {
        return cursor(order.at(), order.id());
    }

    private String deepInDeadlines() {
        return cursor(samples.middleDeadline(), samples.middleOfLargest().id());
    }

    private String week() {
        return parameter("from", samples.middle()) + "&"
                + parameter("to", samples.middle().plus(WEEK));
    }
}
