package dev.orderflow.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.orderflow.contracts.Topics;
import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.BatchConsumer;
import dev.orderflow.messaging.consumer.BatchConsumers;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.messaging.event.Headers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** A channel with effects, which fails on what a test calls poison. Its records come from the test, not from a topic. */
@Singleton
public class ErasuresChannel {

    public final Set<String> poison = ConcurrentHashMap.newKeySet();

    private final AtomicLong offset = new AtomicLong();
    private final BatchConsumer<List<String>> consumer;

    @Inject
    ErasuresChannel(BatchConsumers consumers) {
        this.consumer = consumers.of(Topics.CUSTOMER_EVENTS, new Notes());
    }

    /** An erasure of this customer; {@code note} is its time, so that each can be told. */
    public Uni<Void> deliver(String customer, String... times) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var time : times) {
            records.add(record(
                    customer,
                    "{\"customerId\":\"%s\",\"at\":\"%s\"}"
                            .formatted(customer, time)
                            .getBytes(UTF_8)));
        }
        return consumer.consume(
                new ConsumerRecords<>(Map.of(new TopicPartition(Topics.CUSTOMER_EVENTS, 0), records), Map.of()));
    }

    /** A record that says that it is an erasure. */
    public Uni<Void> deliver(String customer, byte[] bytes) {
        return consumer.consume(new ConsumerRecords<>(
                Map.of(new TopicPartition(Topics.CUSTOMER_EVENTS, 0), List.of(record(customer, bytes))), Map.of()));
    }

    private ConsumerRecord<String, byte[]> record(String customer, byte[] bytes) {
        var record = new ConsumerRecord<>(Topics.CUSTOMER_EVENTS, 0, offset.getAndIncrement(), customer, bytes);
        Map.of(
                        Headers.ID, EventIds.next().toString(),
                        Headers.TYPE, "orderflow.customer.erased",
                        Headers.SOURCE, "/orderflow/order",
                        Headers.TIME, Instant.now().toString(),
                        Headers.DATA_VERSION, "1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private final class Notes implements EventHandler<List<String>> {

        @Override
        public Set<Class<?>> handles() {
            return Set.of(CustomerErased.class);
        }

        @Override
        public Set<Class<?>> leaves() {
            return Set.of();
        }

        @Override
        public Uni<List<String>> load(SqlConnection sql, List<Delivery> events) {
            return Uni.createFrom().item(new ArrayList<>());
        }

        @Override
        public Decision decide(List<String> working, Delivery event) {
            var erased = (CustomerErased) event.payload();
            if (poison.contains(erased.customerId())) {
                throw new IllegalStateException("poison");
            }
            working.add(erased.customerId());
            working.add(erased.at().toString());
            return Decision.applied();
        }

        @Override
        public Uni<Void> store(SqlConnection sql, List<String> working) {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (int i = 0; i < working.size(); i += 2) {
                var note = Tuple.of(EventIds.next(), working.get(i), working.get(i + 1));
                done = done.chain(
                        () -> sql.preparedQuery("insert into sample_effect(id, owner, note) values ($1, $2, $3)")
                                .execute(note)
                                .replaceWithVoid());
            }
            return done;
        }
    }
}
