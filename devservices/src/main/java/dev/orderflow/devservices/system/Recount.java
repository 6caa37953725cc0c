package dev.orderflow.devservices.system;

import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * Has analytics count everything anew: its replicas are stopped, all that they know is deleted, here and on the broker, and
 * they are started again, to read the topics from their beginning. What the topics no longer keep is not counted any more.
 */
public record Recount(OrderflowSystem system) {

    /** Analytics' id in Kafka: the name of its group, and what the names of its own topics begin with. */
    private static final String APPLICATION = "analytics-1";

    /** Past the session of a replica that was killed a moment ago. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * @return the replicas that count again
     * @throws PartFailed if none runs, or if one that is not ours goes on counting
     */
    public List<String> run() {
        List<String> replicas = running();
        if (replicas.isEmpty()) {
            throw new PartFailed("analytics does not run; ./run start analytics");
        }
        replicas.forEach(system::stop);
        forgetOnBroker();
        replicas.forEach(this::forgetHere);
        replicas.forEach(system::start);
        return replicas;
    }

    private List<String> running() {
        return system.status().stream()
                .filter(part -> part.pid().isPresent())
                .map(PartStatus::name)
                .filter(name -> name.split("-")[0].equals(Service.ANALYTICS.module()))
                .toList();
    }

    private void forgetOnBroker() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", system.endpoints().kafkaBootstrap());
        try (Admin admin = Admin.create(settings)) {
            if (!Wait.until(() -> isGroupGone(admin), PATIENCE, PAUSE)) {
                throw new PartFailed(
                        "somebody else counts for " + APPLICATION + ", in dev mode perhaps: end that first");
            }
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(APPLICATION + "-"))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new PartFailed("analytics' topics can't be deleted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("interrupted", e);
        }
    }

    /** With it goes how far the topics were read. */
    private static boolean isGroupGone(Admin admin) {
        try {
            admin.deleteConsumerGroups(List.of(APPLICATION)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                return false;
            }
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return true;
            }
            throw new PartFailed("analytics' group can't be deleted: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forgetHere(String replica) {
        try {
            Trees.delete(system.layout().data(replica));
        } catch (IOException e) {
            throw new PartFailed("the state of " + replica + " can't be deleted: " + e.getMessage(), e);
        }
    }
}
