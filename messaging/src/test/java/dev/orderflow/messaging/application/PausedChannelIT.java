package dev.orderflow.messaging.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.EmbeddedParts;
import dev.orderflow.messaging.control.Switches;
import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.Envelope;
import dev.orderflow.messaging.testing.Topic;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A channel of an application is paused while its group is rebalanced: nobody handles anything, and nothing is lost. */
@QuarkusTest
@QuarkusTestResource(MigratedParts.class)
class PausedChannelIT {

    private static final String SWITCH = "channel/ticks-in";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Longer than max.poll.interval.ms of the channel: who stops polling is no member any more by then. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

    @Inject
    UnitsOfWork units;

    @Inject
    Switches switches;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final String run = UUID.randomUUID().toString();
    private final List<String> counters =
            IntStream.range(0, 12).mapToObj(n -> run + "-" + n).toList();

    @AfterEach
    void open() {
        turn(true);
    }

    @Test
    void handlesNothingOnAnyReplicaUntilItIsResumed() throws Exception {
        publish(1, 10);
        awaitSeen(upTo(10));
        turn(false);
        publish(11, 20);
        var member = awaitMembers(1);

        try (var rival = new Rival(new Database(url))) {
            awaitMembers(2);
            publish(21, 30);
            await().atMost(PATIENCE).during(LONG_PAUSE).until(() -> all().equals(Set.of(upTo(10))));
            assertThat(awaitMembers(2)).containsAll(member);
            assertThat(rival.board().isKnown()).isTrue();
        }

        try (var restarted = new Rival(new Database(url))) {
            assertThat(awaitMembers(2)).containsAll(member);
            assertThat(all()).containsExactly(upTo(10));
            turn(true);
            awaitSeen(upTo(30));
            publish(31, 40);
            awaitSeen(upTo(40));
            await().until(() -> restarted.board().isOn(SWITCH));
        }
        assertThat(new Database(url).number("SELECT count(*) FROM dead_letter WHERE key LIKE '" + run + "%'"))
                .isZero();
    }

    private void turn(boolean on) {
        units.run(work -> switches.turn(work, SWITCH, on)).await().atMost(PATIENCE);
    }

    private void publish(long first, long last) {
        var ticks = LongStream.rangeClosed(first, last)
                .boxed()
                .flatMap(n -> counters.stream().map(counter -> Envelope.tick(counter, n)))
                .toList();
        Envelope.send(new Topic(TestApplication.TICKS, 3), ticks);
    }

    private void awaitSeen(String ticks) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(all()).containsExactly(ticks));
    }

    /** What took effect, of all counters. */
    private Set<String> all() {
        var database = new Database(url);
        return counters.stream().map(database::seen).collect(Collectors.toSet());
    }

    /** Each of which has at least one partition. */
    private static Set<String> awaitMembers(int count) {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", EmbeddedParts.shared().kafkaBootstrap()))) {
            return await().atMost(PATIENCE).until(() -> members(admin), members -> members.size() == count);
        }
    }

    private static Set<String> members(Admin admin) throws Exception {
        var group = admin.describeConsumerGroups(List.of("messaging-test"))
                .all()
                .get()
                .get("messaging-test");
        return group.groupState() != GroupState.STABLE
                ? Set.of()
                : group.members().stream()
                        .filter(member -> !member.assignment().topicPartitions().isEmpty())
                        .map(MemberDescription::consumerId)
                        .collect(Collectors.toSet());
    }

    private static String upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
