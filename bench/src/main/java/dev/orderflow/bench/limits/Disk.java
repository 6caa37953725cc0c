package dev.orderflow.bench.limits;

import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.HdrHistogram.Histogram;

/** How long the disk under the data takes until a written page is safe: what each commit that nobody shares waits for. */
record Disk(Path folder) {

    private static final int SYNCS = 500;
    private static final int PAGE = 8_192;
    private static final long LONGEST_MICROS = 60_000_000;

    /** In microseconds, one after the other. */
    Histogram syncs() {
        var file = folder.resolve("fsync");
        try {
            var micros = syncs(file);
            Files.delete(file);
            return micros;
        } catch (IOException e) {
            throw new PartFailed("the disk: " + e.getMessage(), e);
        }
    }

    private static Histogram syncs(Path file) throws IOException {
        var micros = new Histogram(LONGEST_MICROS, 3);
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int n = 0; n < SYNCS; n++) {
                channel.write(ByteBuffer.allocate(PAGE));
                long began = System.nanoTime();
                // The file has grown as well, as a log does.
                channel.force(true);
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - began) / 1_000));
            }
        }
        return micros;
    }
}
