package dev.orderflow.messaging.consumer;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordBatchMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

/** What a channel hands on of what its connector has polled. */
class MergedPollsTest {

    private final Connector connector = new Connector();
    private final List<String> acknowledged = new ArrayList<>();
    private final AssertSubscriber<Message<?>> handler = MergedPolls.merged(
                    Multi.createFrom().publisher(connector))
            .subscribe()
            .withSubscriber(AssertSubscriber.create(0));

    @Test
    void handsOnAsItIsWhatComesAlone() {
        handler.request(1);
        var poll = poll("a0");

        connector.brings(poll);

        assertThat(handler.getItems()).containsExactly(poll);
    }

    @Test
    void handsOnTogetherWhatCameWhileNobodyAsked() {
        handler.request(1);
        connector.brings(poll("a0"), poll("a1", "b7"), poll("b8"), poll("a2"));
        assertThat(handler.getItems()).hasSize(1);

        handler.request(1);

        assertThat(handler.getItems()).hasSize(2);
        assertThat(texts(handler.getLastItem())).containsExactly("a1", "a2", "b7", "b8");
        assertThat(handler.getLastItem().getMetadata(String.class)).hasValue("context of a1b7");
        assertThat(acknowledged).isEmpty();
        handler.getLastItem().ack().toCompletableFuture().join();
        assertThat(acknowledged).containsExactly("a1b7", "b8", "a2");
    }

    @Test
    void handsOnNoMoreTogetherThanAPollBringsAtMost() {
        connector.brings(poll(many(0, 300)), poll(many(300, 600)));

        handler.request(2);

        assertThat(handler.getItems())
                .hasSize(2)
                .allSatisfy(part -> assertThat(texts(part)).hasSize(300));
    }

    @Test
    void refusesEachOfThoseThatItHandedOnTogether() {
        connector.brings(poll("a0"), poll("a1"));
        handler.request(1);

        var refused =
                handler.getLastItem().nack(new IllegalStateException("refused")).toCompletableFuture();

        assertThatThrownBy(refused::join).isInstanceOf(CompletionException.class);
        assertThat(acknowledged).containsExactly("not a0", "not a1");
    }

    @Test
    void asksForNoMorePollsThanThereIsRoomFor() {
        IntStream.range(0, 16).forEach(n -> connector.brings(poll("a" + n)));
        assertThat(connector.open()).isZero();

        handler.request(1);

        assertThat(connector.open()).isEqualTo(1);
    }

    @Test
    void asksForNoMoreRecordsThanThereIsRoomFor() {
        connector.brings(poll(many(0, 499)));
        assertThat(connector.open()).isEqualTo(1);

        connector.brings(poll("a499"));

        assertThat(connector.open()).isZero();
    }

    @Test
    void failsAfterWhatCameBefore() {
        connector.brings(poll("a0"));
        connector.handler.onError(new IllegalStateException("gone"));

        handler.request(1).assertNotTerminated().assertItems(handler.getLastItem());
        handler.request(1).assertFailedWith(IllegalStateException.class, "gone");
    }

    @Test
    void endsAfterWhatCameBefore() {
        var poll = poll("a0");
        connector.brings(poll);
        connector.handler.onComplete();

        handler.request(1).assertNotTerminated();
        handler.request(1).assertCompleted();

        assertThat(handler.getItems()).containsExactly(poll);
    }

    @Test
    void stopsWhenNobodyListensAnyMore() {
        handler.request(1);

        handler.cancel();

        assertThat(connector.cancelled).isTrue();
    }

    private static String[] many(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "a" + n).toArray(String[]::new);
    }

    /** @param texts a partition's letter and an offset each */
    private Message<?> poll(String... texts) {
        var name = String.join("", texts);
        var records = Stream.of(texts)
                .map(MergedPollsTest::record)
                .collect(groupingBy(record -> new TopicPartition(record.topic(), record.partition())));
        var batch = new IncomingKafkaRecordBatchMetadata<>(new ConsumerRecords<>(records, Map.of()), "in", Map.of());
        return Message.of(
                List.of(texts),
                Metadata.of(batch, "context of " + name),
                () -> {
                    acknowledged.add(name);
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    acknowledged.add("not " + name);
                    return CompletableFuture.failedFuture(failure);
                });
    }

    private static ConsumerRecord<String, String> record(String text) {
        return new ConsumerRecord<>("events", text.charAt(0) - 'a', Long.parseLong(text.substring(1)), "key", text);
    }

    /** Of the first partition, then of the second. */
    private static List<String> texts(Message<?> message) {
        var records = (ConsumerRecords<?, ?>) message.getMetadata(IncomingKafkaRecordBatchMetadata.class)
                .orElseThrow()
                .getRecords();
        return Stream.of(0, 1)
                .flatMap(partition -> records.records(new TopicPartition("events", partition)).stream())
                .map(record -> (String) record.value())
                .toList();
    }

    /** Brings what a test says, whether it was asked for or not. */
    private static final class Connector implements Flow.Publisher<Message<?>>, Flow.Subscription {

        private Flow.Subscriber<? super Message<?>> handler;
        private int requested;
        private int brought;
        private boolean cancelled;

        @Override
        public void subscribe(Flow.Subscriber<? super Message<?>> subscriber) {
            handler = subscriber;
            subscriber.onSubscribe(this);
        }

        @Override
        public void request(long polls) {
            requested += (int) polls;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        void brings(Message<?>... polls) {
            for (var poll : polls) {
                brought++;
                handler.onNext(poll);
            }
        }

        int open() {
            return requested - brought;
        }
    }
}
