package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.tracing.SpanView;
import dev.orderflow.systemtests.trace.HappyTrace;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The trace of an order whose way was not smooth is still one trace, and shows what happened. */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class TraceFaultsIT {

    /** A task of a process that was killed is another's when its lease is over. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "traced-" + UUID.randomUUID());

    @AfterEach
    void haveEverythingAgain() {
        system.thaw("payment-provider");
        Stream.of("inventory", "payment").forEach(system::start);
    }

    @Test
    void showsEachAttemptAtACallThatFailed() {
        var trace = new OrderTrace(system);
        var id = trace.place(shop, NewOrder.of(warehouse.product(1)).paidWith("tok_flaky"));
        shop.awaitStatus(id, "DELIVERED");

        trace.assertIs(HappyTrace.TREE);

        var attempts = trace.spans().stream()
                .filter(span -> span.service().equals("payment") && span.name().startsWith("task "))
                .filter(span -> span.attempt() > 1 || span.error() != null)
                .toList();
        assertThat(attempts).anyMatch(span -> span.error() != null).anyMatch(span -> span.attempt() > 1);
    }

    @Test
    void goesOnBehindADeadLetter() {
        var trace = new OrderTrace(system);
        var letters = new UnreadableAnswer(system);
        var sku = warehouse.product(1);
        system.kill("inventory");
        var id = trace.place(shop, NewOrder.of(sku));
        var letter = letters.standsInTheWayOf(id);
        system.start("inventory");
        letters.awaitFollower(id);

        letters.discard(letter);
        shop.awaitStatus(id, "DELIVERED");

        trace.assertIs(HappyTrace.TREE
                .renamed(
                        "order: process orderflow.inventory.stock-reserved",
                        "order: replay orderflow.inventory.stock-reserved")
                .with("order: publish orderflow.messaging.dead-lettered"
                        + " < inventory: publish orderflow.inventory.stock-reserved")
                .with("notification: process orderflow.messaging.dead-lettered"
                        + " < order: publish orderflow.messaging.dead-lettered"));
    }

    /** What the process had not told yet is lost; what it did all the same, and what others did, is there. */
    @Test
    void outlivesTheProcessThatWasAtIt() {
        var trace = new OrderTrace(system);
        system.freeze("payment-provider");
        var id = trace.place(shop, NewOrder.of(warehouse.product(1)));
        trace.await("payment: process orderflow.order.payment-requested");

        system.kill("payment");
        system.thaw("payment-provider");
        system.start("payment");
        shop.awaitStatus(id, "DELIVERED", LONG);

        trace.assertIs(HappyTrace.TREE);
        assertThat(trace.named("payment: task create-intent")).anyMatch(span -> span.attempt() > 1);
    }

    @Test
    void ordersThatShareATransactionKeepTheirOwnTracesAndLinkToEachOther() {
        var sku = warehouse.product(20);
        var traces =
                IntStream.range(0, 20).mapToObj(n -> new OrderTrace(system)).toList();
        system.stop("inventory");
        var orders = traces.stream()
                .map(trace -> trace.place(shop, NewOrder.of(sku)))
                .toList();
        system.start("inventory");
        orders.forEach(id -> shop.awaitStatus(id, "DELIVERED"));

        traces.forEach(trace -> trace.assertIs(HappyTrace.TREE));

        assertThat(traces.stream()
                        .flatMap(trace -> trace.named("inventory: process orderflow.order.placed").stream())
                        .filter(TraceFaultsIT::isLinked))
                .isNotEmpty();
    }

    private static boolean isLinked(SpanView span) {
        return span.links().stream().anyMatch(link -> !link.traceId().equals(span.traceId()));
    }
}
