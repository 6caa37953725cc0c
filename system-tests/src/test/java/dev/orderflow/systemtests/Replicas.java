package dev.orderflow.systemtests;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Replicas of a service, which come and go in order. */
record Replicas(OrderflowSystem system, Service service) {

    private static final int PARTITIONS = 12;

    /** Until all have heard of each other; a machine that has just started many of them is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Returns when it is ready. */
    void start(int replica) {
        system.start(service.replica(replica));
    }

    /** SIGTERM; one that had to be killed has not said farewell. */
    void stop(int replica) {
        var name = service.replica(replica);
        system.stop(name);
        try (var lines = Files.lines(system.log(name))) {
            assertThat(lines.reduce((one, next) -> next))
                    .hasValueSatisfying(last -> assertThat(last).contains(service.module() + " stopped in"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each of them reads each topic of theirs, and each partition has one reader. */
    void awaitAllRead(int replicas) {
        await(replicas + " of " + service.module() + " to share the partitions")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(given().values()).isNotEmpty().allSatisfy(members -> {
                    assertThat(members).hasSize(replicas);
                    assertThat(members.stream().flatMap(List::stream))
                            .hasSize(PARTITIONS)
                            .doesNotHaveDuplicates();
                }));
    }

    /** By topic, what each member has been given of it. */
    private Map<String, List<List<TopicPartition>>> given() throws ExecutionException, InterruptedException {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", system.endpoints().kafkaBootstrap()))) {
            var group = service.module();
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .flatMap(Replicas::byTopic)
                    .collect(groupingBy(partitions -> partitions.getFirst().topic()));
        }
    }

    private static Stream<List<TopicPartition>> byTopic(MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .collect(groupingBy(TopicPartition::topic))
                .values()
                .stream();
    }
}
