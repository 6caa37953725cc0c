package dev.orderflow.devservices.drill.fault;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Knows which replica publishes: the cursor row tells the epoch, and its holder has named that in its log. */
record RelayHolders(OrderflowSystem system, int replicas) {

    /**
     * The name of its process; the first replica's while nobody has said so, as right after a change, and of a service that
     * has no relay.
     */
    String of(Service service) {
        return service.hasDatabase() ? publisher(service) : service.replica(1);
    }

    private String publisher(Service service) {
        String words = "epoch " + epoch(service);
        return IntStream.rangeClosed(1, replicas)
                .mapToObj(service::replica)
                .filter(name -> hasSaid(system.log(name), words))
                .findFirst()
                .orElse(service.replica(1));
    }

    private long epoch(Service service) {
        return new Figure(system, service).read("SELECT epoch FROM relay_cursor");
    }

    private static boolean hasSaid(Path log, String words) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.endsWith(words));
        } catch (IOException e) {
            throw new PartFailed(log + " can't be read: " + e.getMessage(), e);
        }
    }
}
