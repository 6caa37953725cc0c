package dev.orderflow.devservices.testing;

import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import dev.orderflow.devservices.process.Reaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The temporary directory that the tests of one JVM share. Quarkus loads test code in several class loaders, each with
 * its own statics, so what is shared lives in files and is found by one system property.
 */
record Workspace(Layout layout) {

    private static final String PROPERTY = "dev.orderflow.devservices.workspace";
    private static final String PORT = ".port";

    static Workspace ofThisJvm() {
        synchronized (lock("workspace")) {
            String known = System.getProperty(PROPERTY);
            return new Workspace(known == null ? create() : new Layout(Path.of(known)));
        }
    }

    /**
     * A port that stays this part's for the life of the JVM, and is nobody else's: who has one may not have begun to
     * listen on it, or be down for a while.
     */
    int port(String name) {
        synchronized (lock("ports")) {
            Path file = layout.root().resolve(name + PORT);
            try {
                if (!Files.exists(file)) {
                    Set<String> given = given();
                    String port = Stream.generate(() -> Integer.toString(Ports.free()))
                            .filter(free -> !given.contains(free))
                            .findFirst()
                            .orElseThrow();
                    Files.writeString(file, port);
                }
                return Integer.parseInt(Files.readString(file));
            } catch (IOException e) {
                throw new PartFailed("cannot keep the port of " + name + ": " + e.getMessage(), e);
            }
        }
    }

    private Set<String> given() throws IOException {
        try (Stream<Path> files = Files.list(layout.root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(PORT))
                    .flatMap(file -> read(file).stream())
                    .collect(Collectors.toSet());
        }
    }

    /** Writes a file that tests may read. */
    Path publish(String name, String content) {
        try {
            return Files.writeString(layout.root().resolve(name), content);
        } catch (IOException e) {
            throw new PartFailed("cannot write " + name + ": " + e.getMessage(), e);
        }
    }

    /** What was published under this name, if anything was. */
    Optional<String> read(String name) {
        Path file = layout.root().resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new PartFailed("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    /** Runs the action unless it has succeeded under this name before; others wait for it meanwhile. */
    void once(String name, Runnable action) {
        synchronized (lock(name)) {
            Path done = layout.root().resolve(name + ".started");
            if (!Files.exists(done)) {
                action.run();
                publish(done.getFileName().toString(), "");
            }
        }
    }

    /** Runs the action while nobody else in this JVM runs one under this name. */
    void exclusively(String name, Runnable action) {
        synchronized (lock(name)) {
            action.run();
        }
    }

    private static Layout create() {
        try {
            Layout layout = new Layout(Files.createTempDirectory("orderflow-test"));
            Reaper.endAndRemove(layout);
            System.setProperty(PROPERTY, layout.root().toString());
            return layout;
        } catch (IOException e) {
            throw new PartFailed("no temporary directory: " + e.getMessage(), e);
        }
    }

    /** An interned string is the one kind of object that all class loaders of a JVM share. */
    private static Object lock(String name) {
        return (PROPERTY + "." + name).intern();
    }
}
