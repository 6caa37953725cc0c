package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** An event of inventory that order can't read, and what an operator sees of it and does about it with {@code ./run}. */
record UnreadableAnswer(TestSystem system, Launcher launcher) {

    private static final String OF_A_LATER_RELEASE = "99";

    UnreadableAnswer(TestSystem system) {
        this(system, new Launcher(system));
    }

    /** Answers the letter that it became. */
    String standsInTheWayOf(String order) {
        publish(null, order);
        return await("the letter")
                .atMost(Shop.PATIENCE)
                .until(() -> line(order, "OPEN"), line -> !line.isEmpty())
                .split("\\s+")[1];
    }

    void awaitFollower(String order) {
        await("what inventory answers, parked")
                .atMost(Shop.PATIENCE)
                .until(() -> !line(order, "WAITING").isEmpty());
    }

    /** Answers what was printed. */
    String discard(String letter) {
        return launcher.run("dead-letters", "discard", "order", letter, "--reason", "a drill")
                .output();
    }

    /** The line that {@code ./run dead-letters} prints for this order and state, empty if there is none. */
    String line(String order, String state) {
        return launcher.run("dead-letters")
                .output()
                .lines()
                .filter(line -> line.contains(order) && line.contains(state))
                .findFirst()
                .orElse("");
    }

    /** As inventory of a later release would. */
    void publish(Integer partition, String order) {
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
