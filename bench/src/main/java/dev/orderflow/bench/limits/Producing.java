package dev.orderflow.bench.limits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How many records Kafka's own producer gets acknowledged by all replicas, idempotently; five requests in flight, where a
 * service's relay has one, so that this is what Kafka gives and no relay could.
 */
record Producing(String bootstrap) {

    private static final String TOPIC = "bench-limits";
    private static final int RECORDS = 200_000;

    /** @param bytes of one record's value; random, since events hardly repeat themselves */
    ObjectNode run(int bytes) {
        makeTopic();
        var value = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(value);
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrap, "acks", "all", "enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor(TOPIC);
            long began = System.nanoTime();
            produce(producer, value);
            double seconds = (System.nanoTime() - began) / 1e9;
            return Json.object()
                    .put("bytesEach", bytes)
                    .put("records", RECORDS)
                    .put("perSecond", Figures.rounded(RECORDS / seconds));
        }
    }

    private static void produce(KafkaProducer<String, byte[]> producer, byte[] value) {
        var failure = new AtomicReference<Exception>();
        for (int n = 0; n < RECORDS; n++) {
            producer.send(
                    new ProducerRecord<>(TOPIC, "order-" + n, value),
                    (_, failed) -> failure.compareAndSet(null, failed));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new PartFailed("Kafka does not take records: " + failure.get(), failure.get());
        }
    }

    private void makeTopic() {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, Optional.empty(), Optional.empty())))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new PartFailed("Kafka makes no topic: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }
}
