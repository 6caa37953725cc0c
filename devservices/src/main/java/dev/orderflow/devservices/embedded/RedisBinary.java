package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The {@code redis-server} program for this machine, out of the package that carries one per platform. */
final class RedisBinary {

    private RedisBinary() {}

    static Path find() {
        return in(BinaryCache.directory());
    }

    static Path in(Path directory) {
        Path archive = Installation.jar("embedded-redis-");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String suffix = platform();
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().startsWith("redis-server-")
                            && candidate.getName().endsWith(suffix))
                    .findFirst()
                    .orElseThrow(() -> new PartFailed("no Redis for " + suffix + " in " + archive));
            Path target = directory.resolve(entry.getName());
            return Files.isExecutable(target) ? target : unpack(zip, entry, target);
        } catch (IOException e) {
            throw new PartFailed("Redis cannot be unpacked from " + archive + ": " + e.getMessage(), e);
        }
    }

    /**
     * The program is written by a process of its own. What this one has open while it starts a child stays open in the
     * child for a moment, and a program that anybody has open for writing does not run ("Text file busy").
     */
    private static Path unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Path content = Files.createTempFile(target.getParent(), "redis", ".content");
        Path program = content.resolveSibling(content.getFileName() + ".program");
        try (InputStream packed = zip.getInputStream(entry)) {
            Files.copy(packed, content, StandardCopyOption.REPLACE_EXISTING);
            ShortProgram.run("redis: unpack", List.of("cp", content.toString(), program.toString()));
            if (!program.toFile().setReadable(true, false) || !program.toFile().setExecutable(true, false)) {
                throw new IOException(program + " cannot be made executable");
            }
            return Files.move(program, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(content);
            Files.deleteIfExists(program);
        }
    }

    private static String platform() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (mac ? "darwin-" : "linux-") + (arm ? "arm64" : "amd64");
    }
}
