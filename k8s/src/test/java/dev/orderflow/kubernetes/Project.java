package dev.orderflow.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The source tree that these manifests deploy. */
final class Project {

    /** Those that have a database, and in it what messaging keeps. */
    static final List<String> WITH_DATABASE =
            List.of("order", "inventory", "payment", "shipping", "notification", "loyalty");

    static final List<String> SERVICES =
            Stream.concat(WITH_DATABASE.stream(), Stream.of("analytics")).toList();

    /** Stands in front of the services and is none. */
    static final String CONSOLE = "console";

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Project() {}

    static Path folder(String path) {
        return ROOT.resolve(path);
    }

    static String read(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files below a folder whose names end so. */
    static List<Path> files(String folder, String end) {
        try (var files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(String path) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(ROOT.resolve(path))) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A service's own configuration. */
    static Properties configuration(String service) {
        return properties(service + "/src/main/resources/application.properties");
    }

    /** What all services share. */
    static Properties shared() {
        var shared = properties("platform/web/src/main/resources/META-INF/microprofile-config.properties");
        shared.putAll(properties("platform/src/main/resources/META-INF/microprofile-config.properties"));
        return shared;
    }
}
