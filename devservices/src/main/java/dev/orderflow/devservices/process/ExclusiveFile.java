package dev.orderflow.devservices.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * A file that one thread of one process holds at a time; others wait. The operating system takes it from a process that
 * was killed. Not to be taken again by the thread that holds it.
 */
public record ExclusiveFile(Path file) {

    public void during(Runnable action) {
        during(() -> {
            action.run();
            return null;
        });
    }

    public <T> T during(Supplier<T> action) {
        // The lock of a file belongs to the whole JVM; an interned string is what its class loaders share.
        synchronized (("orderflow:" + file.toAbsolutePath()).intern()) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return action.get();
            } catch (IOException e) {
                throw new PartFailed(file + " cannot be locked: " + e.getMessage(), e);
            }
        }
    }
}
