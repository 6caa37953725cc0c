package dev.orderflow.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JSON of one type at one version, named {@code <type>.v<version>.json}; with {@code .grown-<n>} before the end, as it
 * is since the version was given optional fields for the n-th time.
 */
public record GoldenFile(Path path, String type, int version, int grown) {

    private static final Pattern NAME = Pattern.compile("(.+)\\.v(\\d+)(?:\\.grown-(\\d+))?\\.json");

    public static List<GoldenFile> allIn(String folder) {
        try (Stream<Path> files = Files.list(resource(folder))) {
            return files.map(GoldenFile::at).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the event looks now. */
    public static GoldenFile of(EventDescriptor event) {
        return of(event.type(), event.version());
    }

    /** As the version has looked since it last grew. */
    public static GoldenFile of(String type, int version) {
        return allIn("golden").stream()
                .filter(file -> file.type.equals(type) && file.version == version)
                .max(Comparator.comparingInt(GoldenFile::grown))
                .orElseThrow(() -> new AssertionError("no golden file of " + type + ".v" + version));
    }

    private static GoldenFile at(Path path) {
        var name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            throw new AssertionError(path + " is no name of a golden file");
        }
        int grown = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
        return new GoldenFile(path, name.group(1), Integer.parseInt(name.group(2)), grown);
    }

    /** Whether its version has not grown since. */
    public boolean isNewest() {
        return equals(of(type, version));
    }

    /** From the sources: a deleted file would live on in a target folder that was not cleaned. */
    private static Path resource(String folder) {
        return Path.of("src/test/resources", folder);
    }

    @Override
    public String toString() {
        return path.getFileName().toString();
    }
}
