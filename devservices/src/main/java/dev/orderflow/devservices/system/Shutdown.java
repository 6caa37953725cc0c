package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends a system by the records of its processes, so also what another launcher has started and left. Services go first,
 * while all they need to finish in order is there; Postgres goes last.
 */
record Shutdown(Topology topology, Listener listener) {

    static Shutdown of(Topology topology, Listener listener) {
        return new Shutdown(topology, listener);
    }

    void run() {
        services();
        Together.forEach(topology.outsideParties(), this::stop);
        storage().forEach(this::stop);
    }

    /** Ends what is not infrastructure. */
    void services() {
        Set<String> others = topology.infrastructure().stream().map(Part::name).collect(Collectors.toSet());
        Together.forEach(remaining().filter(name -> !others.contains(name)).toList(), this::stopService);
    }

    /** The names of all processes that run. */
    Stream<String> remaining() {
        return records().stream().filter(name -> new ChildProcess(topology.layout(), name).isRunning());
    }

    private List<Part> storage() {
        return List.of(topology.kafka(), topology.redis(), topology.postgres());
    }

    private void stopService(String name) {
        new PartNames(topology).find(name).ifPresent(this::stop);
    }

    private void stop(Part part) {
        if (part.process().isRunning()) {
            part.stop();
            listener.stopped(part.name());
        }
    }

    private List<String> records() {
        try (Stream<Path> files = Files.list(topology.layout().run())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".pid"))
                    .map(file -> file.substring(0, file.length() - ".pid".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
