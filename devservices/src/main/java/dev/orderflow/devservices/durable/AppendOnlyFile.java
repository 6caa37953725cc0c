package dev.orderflow.devservices.durable;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lines in a file, each of them there entirely or not at all, in the order of their calls. After {@link #sync()} all
 * lines appended before survive SIGKILL and the loss of power. Writers that come while the disk is busy share its next
 * sync, so that the cost of one is not paid per line.
 */
public final class AppendOnlyFile implements Closeable {

    private final Path path;
    private final FileChannel channel;
    private final Object diskLock = new Object();
    private StringBuilder pending = new StringBuilder();
    private long appended;
    private volatile long durable;

    private AppendOnlyFile(Path path, FileChannel channel, long lines) {
        this.path = path;
        this.channel = channel;
        this.appended = lines;
        this.durable = lines;
    }

    /**
     * Opens the file, which is created when missing, and hands what it holds to the reader, line by line. A last line
     * that was cut short is removed: nobody was ever told of it.
     */
    public static AppendOnlyFile open(Path file, Consumer<String> reader) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            dropTornLine(file);
            long lines = readAll(file, reader);
            var channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            return new AppendOnlyFile(file, channel, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The lines that are durable now, oldest first, read from the disk as they are asked for; to be closed. */
    public Stream<String> lines() {
        long whole = durable;
        try {
            return Files.lines(path).limit(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** Appends a line, which must not contain a line break. It is durable after the next {@link #sync()}. */
    public synchronized void append(String line) {
        pending.append(line).append('\n');
        appended++;
    }

    /** Returns when every line appended before the call is durable. */
    public void sync() {
        long wanted = position();
        if (durable >= wanted) {
            return;
        }
        synchronized (diskLock) {
            if (durable < wanted) {
                writePending();
            }
        }
    }

    @Override
    public void close() throws IOException {
        sync();
        channel.close();
    }

    private synchronized long position() {
        return appended;
    }

    private void writePending() {
        StringBuilder batch;
        long last;
        synchronized (this) {
            batch = pending;
            last = appended;
            pending = new StringBuilder();
        }
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(batch.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            durable = last;
        } catch (IOException e) {
            // What was promised to be kept can't be: going on would answer from a state that a restart does not find.
            System.err.println("the disk refuses to keep the data: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private static long readAll(Path file, Consumer<String> reader) throws IOException {
        long count = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.accept(line);
                count++;
            }
        }
        return count;
    }

    private static void dropTornLine(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            long end = content.length();
            while (end > 0) {
                content.seek(end - 1);
                if (content.read() == '\n') {
                    break;
                }
                end--;
            }
            content.setLength(end);
        }
    }
}
