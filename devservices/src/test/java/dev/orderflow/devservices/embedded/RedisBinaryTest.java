package dev.orderflow.devservices.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBinaryTest {

    private static final int TIMES = 25;

    @TempDir
    Path cache;

    /** As in the first start on a machine: all parts are started at once, and Redis' program is not there yet. */
    @Test
    void runsAtOnceWhileOtherPartsAreStarted() throws Exception {
        var unpacked = new AtomicBoolean();
        var started = new AtomicInteger();
        var others = Stream.generate(() -> Thread.ofPlatform().start(() -> startProcessesUntil(unpacked, started)))
                .limit(4)
                .toList();
        try {
            for (int time = 0; time < TIMES; time++) {
                var directory = Files.createDirectory(cache.resolve("try-" + time));
                assertThat(version(RedisBinary.in(directory))).contains("Redis server v=");
            }
        } finally {
            unpacked.set(true);
            for (var other : others) {
                other.join();
            }
        }
        assertThat(started).hasValueGreaterThan(TIMES);
    }

    @Test
    void isUnpackedOnce() throws IOException {
        var first = RedisBinary.in(cache);
        var written = Files.getLastModifiedTime(first);

        assertThat(RedisBinary.in(cache)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(written);
        try (var files = Files.list(cache)) {
            assertThat(files).containsExactly(first);
        }
    }

    private static String version(Path program) throws IOException {
        var process = new ProcessBuilder("/bin/sh", "-c", "exec " + program + " --version")
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }

    private static void startProcessesUntil(AtomicBoolean ended, AtomicInteger started) {
        while (!ended.get()) {
            try {
                new ProcessBuilder(List.of("true")).start().waitFor();
                started.incrementAndGet();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
