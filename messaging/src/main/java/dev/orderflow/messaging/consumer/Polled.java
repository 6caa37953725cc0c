package dev.orderflow.messaging.consumer;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Polls of one channel as the connector hands them on: a message for each, which tells of its records. */
final class Polled {

    private Polled() {}

    static int count(Message<?> poll) {
        return batch(poll).count();
    }

    /**
     * One with the records of all of them, in their order, on the context of the first. Whoever acknowledges it
     * acknowledges each.
     */
    static Message<?> together(List<Message<?>> polls) {
        if (polls.size() == 1) {
            return polls.getFirst();
        }
        var first = polls.getFirst();
        var batches = polls.stream().map(Polled::batch).toList();
        var payload = polls.stream()
                .flatMap(poll -> ((List<?>) poll.getPayload()).stream())
                .toList();
        return Message.of(
                payload,
                first.getMetadata().with(merged(batches)),
                () -> all(polls, Message::ack),
                failure -> all(polls, poll -> poll.nack(failure)));
    }

    @SuppressWarnings("unchecked")
    private static IncomingKafkaRecordBatchMetadata<Object, Object> batch(Message<?> poll) {
        return poll.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow(() -> new IllegalStateException("a channel that does not hand on polls of Kafka"));
    }

    private static IncomingKafkaRecordBatchMetadata<Object, Object> merged(
            List<IncomingKafkaRecordBatchMetadata<Object, Object>> batches) {
        var records = new LinkedHashMap<TopicPartition, List<ConsumerRecord<Object, Object>>>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
        var messages = new ArrayList<Message<?>>();
        for (var batch : batches) {
            for (var partition : batch.partitions()) {
                records.computeIfAbsent(partition, first -> new ArrayList<>())
                        .addAll(batch.getRecords().records(partition));
            }
            next.putAll(batch.getRecords().nextOffsets());
            offsets.putAll(batch.getOffsets());
            messages.addAll(batch.getBatchedMessages());
        }
        var last = batches.getLast();
        return new IncomingKafkaRecordBatchMetadata<>(
                new ConsumerRecords<>(records, next),
                messages,
                last.getChannel(),
                last.getConsumerIndex(),
                offsets,
                last.getConsumerGroupGenerationId());
    }

    private static CompletionStage<Void> all(
            List<Message<?>> polls, Function<Message<?>, CompletionStage<Void>> settled) {
        return Uni.join()
                .all(polls.stream()
                        .map(poll -> Uni.createFrom().completionStage(() -> settled.apply(poll)))
                        .toList())
                .andCollectFailures()
                .replaceWithVoid()
                .subscribeAsCompletionStage();
    }
}
