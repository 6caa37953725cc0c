package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.systemtests.trace.HappyTrace;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One order, one trace: from its request through every service and every call outside to the mails that tell of it. */
@ExtendWith(RunningSystem.class)
class TraceIT {

    private static final String MAIL = "notification: smtp";
    private static final int MAILS = 4;

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "traced-" + UUID.randomUUID());
    private final Launcher launcher = new Launcher(system);

    @Test
    void anOrdersTraceReachesFromItsRequestToTheLastMail() {
        var trace = new OrderTrace(system);
        var id = trace.place(shop, NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(id, "DELIVERED");

        trace.assertIs(HappyTrace.TREE);

        await("a mail for each step")
                .atMost(Shop.PATIENCE)
                .until(() -> trace.named(MAIL).size() >= MAILS);
        var printed = launcher.run("trace", id);
        assertThat(printed.status()).as(printed.output()).isZero();
        assertThat(printed.output()).contains("POST /orders", "task confirm-intent", "smtp");
    }

    @Test
    void anOrderWithoutATraceIsToldToHaveNone() {
        var unrecorded = shop.placed(NewOrder.of(warehouse.product(1)));
        shop.awaitStatus(unrecorded, "DELIVERED");
        var later = new OrderTrace(system);
        later.place(shop, NewOrder.of(warehouse.product(1)));
        later.await(MAIL);

        var printed = launcher.run("trace", unrecorded);

        assertThat(printed.status()).isEqualTo(1);
        assertThat(printed.output()).startsWith("no trace of order " + unrecorded);
    }
}
