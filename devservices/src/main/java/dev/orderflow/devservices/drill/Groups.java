package dev.orderflow.devservices.drill;

import dev.orderflow.devservices.drill.check.Observations.Reader;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Service;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.TopicPartition;

/** Who reads what, as the broker has given it out. A group bears the name of its service. */
record Groups(String bootstrap) {

    List<Reader> read() {
        List<String> names =
                Service.withDatabase().stream().map(Service::module).toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Collection<ConsumerGroupDescription> groups =
                    admin.describeConsumerGroups(names).all().get().values();
            return groups.stream()
                    .flatMap(group -> group.members().stream().flatMap(member -> readers(group.groupId(), member)))
                    .toList();
        } catch (ExecutionException e) {
            throw new PartFailed("the consumer groups can't be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    private static Stream<Reader> readers(String group, MemberDescription member) {
        return member.assignment().topicPartitions().stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic, Collectors.mapping(TopicPartition::partition, Collectors.toSet())))
                .entrySet()
                .stream()
                .map(topic -> new Reader(group, member.consumerId(), topic.getKey(), topic.getValue()));
    }
}
