package dev.orderflow.devservices.embedded;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where unpacked programs are kept over builds and checkouts: the user's cache directory, or the temporary one where
 * that can't be written. Entries appear by an atomic rename, so a reader never sees half of one.
 */
final class BinaryCache {

    private BinaryCache() {}

    static Path directory() {
        String cacheHome = System.getenv("XDG_CACHE_HOME");
        Path user = cacheHome == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cacheHome);
        return Stream.of(user, shared())
                .map(base -> base.resolve("orderflow"))
                .filter(BinaryCache::isUsable)
                .findFirst()
                .orElseThrow(() -> new PartFailed("neither " + user + " nor " + shared() + " can be written"));
    }

    /** A directory that another user of this machine can read as well. */
    static Path shared() {
        return Path.of(System.getProperty("java.io.tmpdir"), "orderflow-" + System.getProperty("user.name"));
    }

    private static boolean isUsable(Path directory) {
        try {
            return Files.isWritable(Files.createDirectories(directory));
        } catch (IOException e) {
            return false;
        }
    }
}
