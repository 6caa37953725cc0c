package dev.orderflow.messaging.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.testing.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

/** What the broker keeps counts, whatever anybody has configured. */
class TopicReachIT {

    private static final String HOUR = "3600000";

    private final TopicReach reach =
            new TopicReach(Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()));
    private final Topic one = Topic.create("reach", 1);
    private final Topic other = Topic.create("reach", 1);

    @Test
    void isThatOfTheLongestWithTheSegmentThatItsOldestEventIsIn() throws Exception {
        one.keep(Map.of("retention.ms", HOUR, "segment.ms", HOUR));
        other.keep(Map.of("retention.ms", "7200000", "segment.ms", HOUR));

        assertThat(reach.of(List.of(one.name(), other.name())).longest()).contains(Duration.ofHours(3));
    }

    @Test
    void hasNoEndWhereNothingIsDeleted() throws Exception {
        one.keep(Map.of("retention.ms", "-1"));

        assertThat(reach.of(List.of(one.name(), other.name())).longest()).isEmpty();
    }

    @Test
    void doesNotCountTopicsThatKeepStates() throws Exception {
        one.keep(Map.of("retention.ms", HOUR, "segment.ms", HOUR));
        other.keep(Map.of("cleanup.policy", "compact"));

        var found = reach.of(List.of(one.name(), other.name()));

        assertThat(found.longest()).contains(Duration.ofHours(2));
        assertThat(found.states()).containsExactly(other.name());
    }

    @Test
    void isNotGuessedForATopicThatIsNotThere() {
        assertThatThrownBy(() -> reach.of(List.of(Topic.named("reach", 1).name())))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
}
