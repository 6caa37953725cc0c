package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operators' levers hold on every replica, and across restarts. */
@Tag("nightly")
@ExtendWith(RunningSystem.class)
class LeversIT {

    private static final String ORDERS_IN = "order-events-in";
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /** A second, they say; and the machine is busy. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "levers-" + UUID.randomUUID());
    private final Levers inventory = new Levers(system, "inventory");
    private final Levers second = new Levers(system, "inventory-2");
    private final Levers order = new Levers(system, "order");

    @AfterEach
    void letEverythingGoOn() {
        Stream.of("inventory-2", "order-2").forEach(system::stop);
        inventory.pause(ORDERS_IN, false);
        order.openIntake(true);
    }

    @Test
    void holdsAChannelBackOnEveryReplicaAlsoAfterARestart() {
        system.start("inventory-2");
        var sku = warehouse.product(10);
        inventory.pause(ORDERS_IN, true);
        Stream.of(inventory, second).forEach(LeversIT::awaitHeldBack);
        var orders = new ArrayList<>(placeFive(sku));

        system.kill("inventory");
        system.start("inventory");
        system.kill("inventory-2");
        system.start("inventory-2");
        orders.addAll(placeFive(sku));

        await().atMost(Shop.PATIENCE)
                .during(A_WHILE)
                .until(() -> orders.stream().allMatch(id -> shop.status(id).equals("PENDING")));
        inventory.pause(ORDERS_IN, false);
        orders.forEach(id -> shop.awaitStatus(id, "DELIVERED"));
        assertThat(inventory.audit(ORDERS_IN)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void takesNoOrderOnAnyReplicaWhileTheIntakeIsClosed() {
        system.start("order-2");
        var sku = warehouse.product(10);
        var other = new Shop(system, "levers-" + UUID.randomUUID(), "order-2");

        order.openIntake(false);
        await().atMost(SOON).until(() -> isClosed(other, sku));
        assertThat(isClosed(shop, sku)).isTrue();

        system.kill("order-2");
        system.start("order-2");
        assertThat(isClosed(other, sku)).isTrue();

        order.openIntake(true);
        shop.placed(NewOrder.of(sku));
        other.placed(NewOrder.of(sku));
    }

    private static void awaitHeldBack(Levers inventory) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(inventory.heldBack("order-events")).isEqualTo("1.0"));
    }

    private List<String> placeFive(String sku) {
        return Stream.generate(() -> shop.placed(NewOrder.of(sku))).limit(5).toList();
    }

    private static boolean isClosed(Shop shop, String sku) {
        var answer = shop.place(NewOrder.of(sku));
        return answer.status() == 503 && answer.problem().equals("intake-closed");
    }
}
