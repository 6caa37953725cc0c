package dev.orderflow.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The JSON of one type at one version, named {@code <type>.v<version>.json}. */
public record GoldenFile(Path path, String type, int version) {

    private static final String SUFFIX = ".json";

    public static List<GoldenFile> allIn(String folder) {
        try (Stream<Path> files = Files.list(resource(folder))) {
            return files.map(GoldenFile::at).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static GoldenFile of(EventDescriptor event) {
        return at(resource("golden").resolve(event.type() + ".v" + event.version() + SUFFIX));
    }

    private static GoldenFile at(Path path) {
        String name = path.getFileName().toString();
        int dot = name.lastIndexOf(".v");
        int version = Integer.parseInt(name.substring(dot + 2, name.length() - SUFFIX.length()));
        return new GoldenFile(path, name.substring(0, dot), version);
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
