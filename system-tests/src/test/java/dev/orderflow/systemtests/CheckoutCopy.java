package dev.orderflow.systemtests;

import dev.orderflow.devservices.process.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** The sources of this checkout in another place, with nothing built. */
record CheckoutCopy(Path root) {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".data", ".idea", "target");

    static CheckoutCopy in(Path directory) {
        var home = Installation.home();
        try {
            Files.walkFileTree(home, new Copy(home, directory));
            return new CheckoutCopy(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that the file must contain. */
    void edit(String file, String text, String replacement) {
        var path = root.resolve(file);
        try {
            var content = Files.readString(path);
            if (!content.contains(text)) {
                throw new AssertionError(file + " does not say: " + text);
            }
            Files.writeString(path, content.replace(text, replacement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file. */
    void add(String file, String content) {
        try {
            Files.writeString(root.resolve(file), content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copy extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Path to;

        private Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            if (LEFT_OUT.contains(directory.getFileName().toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)));
            return FileVisitResult.CONTINUE;
        }
    }
}
