package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;

/** Compares the ages of sources and builds. */
record Sources(Path home) {

    private static final FileTime NEVER = FileTime.fromMillis(0);

    /** Whether the application is there and no source that goes into it is newer. */
    boolean isBuilt(String module) {
        return isBuilt(module, "target/quarkus-app/quarkus-run.jar", stampFile());
    }

    /** The same of the application that a JVM can cache. */
    boolean isAotBuilt(Service service) {
        return isBuilt(service.module(), "target/aot/quarkus-run.jar", aotStamp());
    }

    private boolean isBuilt(String module, String file, Path stamp) {
        Path application = home.resolve(module).resolve(file);
        if (!Files.isRegularFile(application)) {
            return false;
        }
        FileTime built = later(time(application), time(stamp));
        return Stream.of("contracts", "messaging", "platform/web", "platform", module)
                        .flatMap(part -> Stream.of(
                                home.resolve(part).resolve("pom.xml"),
                                home.resolve(part).resolve("src/main")))
                        .allMatch(source -> newest(source).compareTo(built) <= 0)
                && time(home.resolve("pom.xml")).compareTo(built) <= 0;
    }

    /** Whether the benchmark was built from its sources as they are. */
    boolean isBenchBuilt() {
        FileTime built = time(benchStamp());
        return !built.equals(NEVER)
                && Stream.of("contracts", "client", "bench")
                        .flatMap(module -> Stream.of(
                                home.resolve(module).resolve("pom.xml"),
                                home.resolve(module).resolve("src/main")))
                        .allMatch(source -> newest(source).compareTo(built) <= 0)
                && time(home.resolve("pom.xml")).compareTo(built) <= 0;
    }

    /** Records that everything is built now: a build leaves files alone whose content stays the same. */
    void stamp() {
        touch(stampFile());
    }

    void stampAot() {
        touch(aotStamp());
    }

    void stampBench() {
        touch(benchStamp());
    }

    private static void touch(Path stamp) {
        try {
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, "");
            Files.setLastModifiedTime(stamp, FileTime.fromMillis(System.currentTimeMillis()));
        } catch (IOException e) {
            throw new PartFailed(stamp + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Path benchStamp() {
        return home.resolve("bench/target/run.stamp");
    }

    private Path aotStamp() {
        return home.resolve("target/run-build-aot.stamp");
    }

    private Path stampFile() {
        return home.resolve("target/run-build.stamp");
    }

    private static FileTime newest(Path root) {
        if (!Files.exists(root)) {
            return NEVER;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.map(Sources::time).max(FileTime::compareTo).orElse(NEVER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException absent) {
            return NEVER;
        }
    }

    private static FileTime later(FileTime one, FileTime other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
