package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An order in whose way an unreadable event stands, and the operator who clears it away with {@code ./run}. */
@ExtendWith(RunningSystem.class)
class DeadLettersIT {

    private static final String OF_A_LATER_RELEASE = "99";
    private static final int PARTITIONS = 12;

    private final TestSystem system = RunningSystem.get();
    private final Warehouse warehouse = new Warehouse(system);
    private final Shop shop = new Shop(system, "parked-" + UUID.randomUUID());

    @Test
    void anOrderStandsStillBehindADeadLetterUntilAnOperatorDiscardsIt() throws Exception {
        var launcher = new Launcher(system);
        var sku = warehouse.product(1);
        system.kill("inventory");
        var id = shop.placed(NewOrder.of(sku));
        publishUnreadable(null, id);
        var letter = await("the letter")
                .atMost(Shop.PATIENCE)
                .until(() -> line(launcher, id, "OPEN"), line -> !line.isEmpty())
                .split("\\s+")[1];

        system.start("inventory");

        await("what inventory answers, parked")
                .atMost(Shop.PATIENCE)
                .until(() -> !line(launcher, id, "WAITING").isEmpty());
        assertThat(shop.status(id)).isEqualTo("PENDING");
        assertThat(launcher.run("dead-letters", "replay", "order", letter).status())
                .isEqualTo(1);
        assertThat(launcher.run("dead-letters", "show", "order", letter).output())
                .contains("UnknownEventException", "\"attempts\" : 2");
        assertThat(launcher.run("dead-letters", "discard", "order", letter, "--reason", "a drill")
                        .output())
                .contains(letter + " is DISCARDED; 1 behind it follow");
        shop.awaitStatus(id, "DELIVERED");
        assertThat(line(launcher, id, "")).as("nothing is left of it").isEmpty();
    }

    /** One unreadable event in each partition of the topic, and each is a letter before the order is placed. */
    @Test
    void anotherOrderIsNotHeldUp() {
        var launcher = new Launcher(system);
        var keys = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> UUID.randomUUID().toString())
                .toList();
        IntStream.range(0, keys.size()).forEach(partition -> publishUnreadable(partition, keys.get(partition)));
        await("the letters")
                .atMost(Shop.PATIENCE)
                .untilAsserted(
                        () -> assertThat(launcher.run("dead-letters").output()).contains(keys));

        shop.awaitStatus(shop.placed(NewOrder.of(warehouse.product(1))), "DELIVERED");
    }

    /** The line that {@code ./run dead-letters} prints for this order and state, empty if there is none. */
    private static String line(Launcher launcher, String order, String state) {
        return launcher.run("dead-letters")
                .output()
                .lines()
                .filter(line -> line.contains(order) && line.contains(state))
                .findFirst()
                .orElse("");
    }

    /** As inventory of a later release would. */
    private void publishUnreadable(Integer partition, String order) {
        var record = new ProducerRecord<>("inventory-events", partition, order, "{\"orderId\":\"" + order + "\"}");
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        "orderflow.inventory.stock-reserved",
                        "ce_source",
                        "/orderflow/inventory",
                        "ce_subject",
                        order,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_dataversion",
                        OF_A_LATER_RELEASE)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        var settings = Map.<String, Object>of("bootstrap.servers", system.kafkaBootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }
}
