package dev.orderflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.devservices.testing.EmbeddedParts.Name;
import dev.orderflow.messaging.testing.LogRecords;
import dev.orderflow.messaging.testing.Settings;
import dev.orderflow.messaging.testing.Topic;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicProvisionerIT {

    private static final Map<String, String> WEEK = TopicSpec.deletedAfter(Duration.ofDays(7));
    private static final Map<String, String> MONTH = TopicSpec.deletedAfter(Duration.ofDays(30));
    private static final Map<String, String> HOUR = TopicSpec.deletedAfter(Duration.ofHours(1));
    private static final Map<String, String> STATE = TopicSpec.compactedAfter(Duration.ofHours(1), Duration.ofDays(2));

    private final EmbeddedParts parts = EmbeddedParts.shared();
    private final Vertx vertx = Vertx.vertx();
    private final Topic topic = Topic.named("provisioned", 3);
    private final Topic state = Topic.named("provisioned", 2);

    @AfterEach
    void close() {
        vertx.closeAndAwait();
    }

    @Test
    void createsWhatIsMissingWhoeverOwnsIt() throws Exception {
        var provisioner = provisioner(own(topic, HOUR), others(state, STATE));

        provisioner.create(new StartupEvent());
        provisioner.create(new StartupEvent());
        awaitShown(topic, state);

        assertThat(topic.describe()).isEqualTo("3 partitions, delete");
        assertThat(topic.setting("retention.ms")).isEqualTo("3600000");
        assertThat(state.describe()).isEqualTo("2 partitions, compact");
        assertThat(state.setting("min.compaction.lag.ms")).isEqualTo("3600000");
        assertThat(state.setting("delete.retention.ms")).isEqualTo("172800000");
    }

    @Test
    void bringsTheOwnersTopicsInLineAndTellsWhatWasBefore() throws Exception {
        provisioner(own(topic, WEEK), own(state, WEEK)).create(new StartupEvent());
        awaitShown(topic, state);
        topic.limitMessages(4711);

        try (var log = LogRecords.of(OwnedTopics.class)) {
            forgetful(own(topic, HOUR), own(state, STATE)).create(new StartupEvent());
            assertThat(log.warnings())
                    .anySatisfy(line -> assertThat(line)
                            .contains("retention.ms of topic " + topic.name() + ": 3600000, was 604800000"));
        }

        await().until(() -> topic.setting("retention.ms"), "3600000"::equals);
        assertThat(topic.setting("max.message.bytes")).as("an operator's own").isEqualTo("4711");
        await().until(state::describe, "2 partitions, compact"::equals);
    }

    /** A replica with an older configuration restarts: what an operator has lengthened stays. */
    @Test
    void makesNoTopicForgetUnlessThatIsAllowed() throws Exception {
        provisioner(own(topic, WEEK)).create(new StartupEvent());
        awaitShown(topic);

        try (var log = LogRecords.of(OwnedTopics.class)) {
            provisioner(own(topic, HOUR)).create(new StartupEvent());
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("not changed")
                    .contains("was 604800000");
        }
        assertThat(topic.setting("retention.ms")).isEqualTo("604800000");

        provisioner(own(topic, MONTH)).create(new StartupEvent());
        await("longer is free").until(() -> topic.setting("retention.ms"), "2592000000"::equals);
    }

    @Test
    void changesNothingThatIsAsItShouldBe() throws Exception {
        provisioner(own(topic, HOUR)).create(new StartupEvent());
        awaitShown(topic);

        try (var log = LogRecords.of(OwnedTopics.class)) {
            provisioner(own(topic, HOUR)).create(new StartupEvent());
            assertThat(log.all()).isEmpty();
        }
    }

    @Test
    void leavesTheTopicsOfOthersAsTheyAre() throws Exception {
        provisioner(own(topic, WEEK)).create(new StartupEvent());
        awaitShown(topic);

        provisioner(others(topic, HOUR)).create(new StartupEvent());

        assertThat(topic.setting("retention.ms")).isEqualTo("604800000");
    }

    /** A key's events would go on in another partition, out of order. */
    @Test
    void warnsOfOtherPartitionsAndKeepsThem() throws Exception {
        var five = Topic.create("existing", 5);

        try (var log = LogRecords.of(OwnedTopics.class)) {
            provisioner(own(new Topic(five.name(), 7), WEEK)).create(new StartupEvent());
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .contains("topic " + five.name() + " has 5 partitions, not 7");
        }

        assertThat(five.describe()).isEqualTo("5 partitions, delete");
    }

    @Test
    void touchesNothingWhereManifestsOwnTheTopics() throws Exception {
        var existing = Topic.create("existing", 5);

        var provisioner = provisioner("false", parts.kafkaBootstrap(), own(topic, HOUR), own(existing, STATE));
        provisioner.create(new StartupEvent());

        assertThat(provisioner.waitingFor()).isEmpty();
        assertThat(existing.describe()).isEqualTo("5 partitions, delete");
        assertThat(Topic.names()).contains(existing.name()).doesNotContain(topic.name());
    }

    /** The start goes on after a few seconds, so that probes and requests are answered meanwhile. */
    @Test
    void seesToTopicsOnceTheBrokerHasCome() throws Exception {
        var bootstrap = parts.kafkaBootstrap();
        var existing = Topic.create("existing", 5);
        var provisioner = provisioner("true", bootstrap, own(topic, WEEK), own(existing, MONTH));
        parts.kill(Name.KAFKA);
        try {
            var start = System.nanoTime();
            provisioner.create(new StartupEvent());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(provisioner.waitingFor())
                    .hasValueSatisfying(what -> assertThat(what).contains(topic.name()));
        } finally {
            parts.start(Name.KAFKA);
        }

        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> topic.describe().startsWith("3 partitions")
                        && existing.setting("retention.ms").equals("2592000000"));
        assertThat(provisioner.waitingFor()).isEmpty();
    }

    /** A broker shows what it has made, and what it was told, a moment later. */
    private static void awaitShown(Topic... topics) {
        var names = Stream.of(topics).map(Topic::name).toList();
        await().until(() -> Topic.names().containsAll(names));
    }

    private TopicProvisioner provisioner(TopicSpec... topics) {
        return provisioner("true", parts.kafkaBootstrap(), topics);
    }

    private TopicProvisioner forgetful(TopicSpec... topics) {
        return new TopicProvisioner(
                vertx,
                Map.of("bootstrap.servers", parts.kafkaBootstrap()),
                List.of(() -> Stream.of(topics).toList()),
                Settings.of("topics.may-forget", "true"));
    }

    private TopicProvisioner provisioner(String manage, String bootstrap, TopicSpec... topics) {
        return new TopicProvisioner(
                vertx,
                Map.of("bootstrap.servers", bootstrap),
                List.of(() -> Stream.of(topics).toList()),
                Settings.of("topics.manage", manage));
    }

    private static TopicSpec own(Topic topic, Map<String, String> settings) {
        return new TopicSpec(topic.name(), topic.partitions(), Optional.empty(), true, settings);
    }

    private static TopicSpec others(Topic topic, Map<String, String> settings) {
        return new TopicSpec(topic.name(), topic.partitions(), Optional.of((short) 1), false, settings);
    }
}
