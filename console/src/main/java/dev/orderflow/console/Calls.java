package dev.orderflow.console;

import static dev.orderflow.console.Upstream.ANALYTICS;
import static dev.orderflow.console.Upstream.INVENTORY;
import static dev.orderflow.console.Upstream.LOYALTY;
import static dev.orderflow.console.Upstream.NOTIFICATION;
import static dev.orderflow.console.Upstream.ORDER;
import static dev.orderflow.console.Upstream.PAYMENT;
import static dev.orderflow.console.Upstream.SHIPPING;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.stream.Stream;

/** The calls that are forwarded: those of the page. Whatever else a service can do is not reached through the console. */
final class Calls {

    private static final List<Upstream> ANSWER_FOR_EVENTS =
            List.of(ORDER, INVENTORY, PAYMENT, SHIPPING, NOTIFICATION, LOYALTY);

    /** What each may be asked for its metrics only by who could ask it for this. */
    static final String OPERATORS_ONLY = "/admin/channels";

    static final String METRICS = "/q/metrics";

    private Calls() {}

    static List<Call> all() {
        return Stream.of(ofCustomers(), ofOperators(), ofEveryService())
                .flatMap(calls -> calls)
                .toList();
    }

    private static Stream<Call> ofCustomers() {
        return Stream.of(
                get(INVENTORY, "/products"),
                get(ORDER, "/orders"),
                post(ORDER, "/orders"),
                get(ORDER, "/orders/:order"),
                get(ORDER, "/orders/:order/timeline"),
                get(ORDER, "/orders/:order/events"),
                post(ORDER, "/orders/:order/cancel"),
                post(ORDER, "/orders/:order/returns"),
                post(ORDER, "/tickets"),
                get(NOTIFICATION, "/notifications"),
                get(NOTIFICATION, "/notifications/live"),
                post(NOTIFICATION, "/tickets"),
                get(LOYALTY, "/points"));
    }

    private static Stream<Call> ofOperators() {
        return Stream.of(
                get(ORDER, "/admin/sagas"),
                post(ORDER, "/admin/sagas/:order/retry"),
                post(ORDER, "/admin/sagas/:order/resolve"),
                get(ORDER, "/admin/intake"),
                new Call(ORDER, HttpMethod.PUT, "/admin/intake"),
                get(INVENTORY, "/stock/:sku"),
                post(INVENTORY, "/stock/:sku/adjustments"),
                get(ANALYTICS, "/analytics/minutes"),
                get(ANALYTICS, "/analytics/cancellations"),
                get(ANALYTICS, "/analytics/latencies"),
                get(ANALYTICS, "/analytics/best-sellers"));
    }

    private static Stream<Call> ofEveryService() {
        return ANSWER_FOR_EVENTS.stream()
                .flatMap(service -> Stream.of(
                        get(service, METRICS),
                        get(service, "/admin/dead-letters"),
                        get(service, "/admin/dead-letters/:letter"),
                        post(service, "/admin/dead-letters/:letter/replay"),
                        new Call(service, HttpMethod.DELETE, "/admin/dead-letters/:letter")));
    }

    private static Call get(Upstream upstream, String path) {
        return new Call(upstream, HttpMethod.GET, path);
    }

    private static Call post(Upstream upstream, String path) {
        return new Call(upstream, HttpMethod.POST, path);
    }
}
