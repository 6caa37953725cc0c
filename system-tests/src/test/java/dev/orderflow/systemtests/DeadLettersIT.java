package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order in whose way an unreadable event stands, and the operator who clears it away with {@code ./run}. */
@ExtendWith(RunningSystem.class)
class DeadLettersIT {

    private static final int PARTITIONS = 12;

    private final TestSystem system = RunningSystem.get();
    private final Launcher launcher = new Launcher(system);
    private final UnreadableAnswer answer = new UnreadableAnswer(system);
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "parked-" + UUID.randomUUID());

    @Test
    void anOrderStandsStillBehindADeadLetterUntilAnOperatorDiscardsIt() throws Exception {
        var sku = warehouse.product(1);
        system.kill("inventory");
        var id = shop.placed(NewOrder.of(sku));
        var letter = answer.standsInTheWayOf(id);

        system.start("inventory");

        answer.awaitFollower(id);
        assertThat(shop.status(id)).isEqualTo("PENDING");
        assertThat(launcher.run("dead-letters", "replay", "order", letter).status())
                .isEqualTo(1);
        assertThat(launcher.run("dead-letters", "show", "order", letter).output())
                .contains("UnknownEventException", "\"attempts\" : 2");
        assertThat(answer.discard(letter)).contains(letter + " is DISCARDED; 1 behind it follow");
        shop.awaitStatus(id, "DELIVERED");
        assertThat(answer.line(id, "")).as("nothing is left of it").isEmpty();
    }

    /** One unreadable event in each partition of the topic, and each is a letter before the order is placed. */
    @Test
    void anotherOrderIsNotHeldUp() {
        var keys = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> UUID.randomUUID().toString())
                .toList();
        IntStream.range(0, keys.size()).forEach(partition -> answer.publish(partition, keys.get(partition)));
        await("the letters")
                .atMost(Shop.PATIENCE)
                .untilAsserted(
                        () -> assertThat(launcher.run("dead-letters").output()).contains(keys));

        shop.awaitStatus(shop.placed(NewOrder.of(warehouse.product(1))), "DELIVERED");
    }
}
