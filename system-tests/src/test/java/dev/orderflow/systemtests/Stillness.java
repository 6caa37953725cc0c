package dev.orderflow.systemtests;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/**
 * What the services still have to do: tasks, sagas, events that are not published or not read yet. What would be tried again
 * later is tried at once, so that it comes to its end.
 */
final class Stillness {

    /** By consumer group, of how many topics it has to have been given all. */
    private static final Map<String, Integer> READERS = Map.of(
            "order",
            4,
            "inventory",
            2,
            "payment",
            2,
            "shipping",
            2,
            "notification",
            2,
            "loyalty",
            2,
            "notification-operators",
            1);

    /** Not what is being done just now: its time is that of its lease. */
    private static final String NOW =
            "UPDATE task SET due_at = now() WHERE state = 'OPEN' AND NOT leased AND due_at > now()";

    private static final String TASKS = "SELECT kind, count(*) FROM task WHERE state = 'OPEN' GROUP BY kind";

    private static final String UNPUBLISHED = """
            SELECT 'unpublished event', count(*) FROM journal
            WHERE topic IS NOT NULL AND position > (SELECT position FROM relay_cursor) HAVING count(*) > 0""";

    private static final String SAGAS =
            "SELECT 'saga in ' || status, count(*) FROM orders WHERE deadline IS NOT NULL GROUP BY status";

    private static final String ERASURES = """
            SELECT 'erased customer whose letters are not gone through', count(*) FROM erased_subject
            WHERE swept IS NOT NULL HAVING count(*) > 0""";

    private final TestSystem system;

    Stillness(TestSystem system) {
        this.system = system;
    }

    /** For people; empty if nothing is under way. */
    List<String> disturbances() {
        var found = new ArrayList<String>();
        ApiDocuments.WITH_DATABASE.forEach(service -> found.addAll(left(service)));
        if (found.isEmpty()) {
            found.addAll(unread());
        }
        return found;
    }

    private List<String> left(String service) {
        try (var connection = system.database(service);
                var statement = connection.createStatement()) {
            statement.executeUpdate(NOW);
            var left = new ArrayList<>(counts(statement, TASKS));
            left.addAll(counts(statement, UNPUBLISHED));
            left.addAll(counts(statement, ERASURES));
            left.addAll(service.equals("order") ? counts(statement, SAGAS) : List.of());
            return left.stream().map(each -> service + ": " + each).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> counts(Statement statement, String query) throws SQLException {
        var counts = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.add(rows.getString(1) + " " + rows.getLong(2));
            }
        }
        return counts;
    }

    private List<String> unread() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", system.kafkaBootstrap()))) {
            var unread = new ArrayList<String>();
            for (var group :
                    admin.describeConsumerGroups(READERS.keySet()).all().get().values()) {
                unread.addAll(hasJoined(group) ? behind(admin, group) : List.of(group.groupId() + " has not joined"));
            }
            return unread;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasJoined(ConsumerGroupDescription group) {
        long topics =
                given(group).stream().map(TopicPartition::topic).distinct().count();
        return group.groupState() == GroupState.STABLE && topics >= READERS.get(group.groupId());
    }

    private static List<TopicPartition> given(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .toList();
    }

    private static List<String> behind(Admin admin, ConsumerGroupDescription group)
            throws ExecutionException, InterruptedException {
        var read = admin.listConsumerGroupOffsets(group.groupId())
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(
                        given(group).stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                .all()
                .get();
        var behind = new TreeMap<String, Long>();
        ends.forEach((partition, end) -> {
            long next = read.get(partition) == null ? 0 : read.get(partition).offset();
            behind.merge(group.groupId() + " behind in " + partition.topic(), end.offset() - next, Long::sum);
        });
        behind.values().removeIf(events -> events == 0);
        return behind.entrySet().stream().map(Object::toString).toList();
    }
}
