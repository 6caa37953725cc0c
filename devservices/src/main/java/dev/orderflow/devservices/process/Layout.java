package dev.orderflow.devservices.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one system keeps its data, its logs and the records of its processes. Two systems with different roots share
 * nothing but the machine.
 *
 * @param root the directory that holds everything; created when first needed
 */
public record Layout(Path root) {

    public Layout {
        root = root.toAbsolutePath().normalize();
    }

    /** The data directory of one process; it exists on return. */
    public Path data(String name) {
        return directory(root.resolve(name));
    }

    /** The log of one process; it is appended to over restarts. */
    public Path log(String name) {
        return directory(root.resolve("logs")).resolve(name + ".log");
    }

    /** The directory of the process records; it exists on return. */
    public Path run() {
        return directory(root.resolve("run"));
    }

    Path pidFile(String name) {
        return run().resolve(name + ".pid");
    }

    private static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + path, e);
        }
    }
}
