package dev.orderflow.devservices.durable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendOnlyFileTest {

    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("log");
    }

    @Test
    void givesBackItsLinesInOrder() throws Exception {
        try (AppendOnlyFile log = AppendOnlyFile.open(file(), line -> {})) {
            log.append("eins");
            log.append("zwei ü");
        }
        assertThat(read()).containsExactly("eins", "zwei ü");
    }

    @Test
    void writesNothingBeforeItIsAsked() throws Exception {
        try (AppendOnlyFile log = AppendOnlyFile.open(file(), line -> {})) {
            log.append("line");
            assertThat(Files.size(file())).isZero();
            log.sync();
            assertThat(Files.size(file())).isEqualTo(5);
        }
    }

    @Test
    void forgetsALineThatWasCutShortAndGoesOnAfterIt() throws Exception {
        Files.writeString(file(), "whole\nhal", StandardOpenOption.CREATE);
        try (AppendOnlyFile log = AppendOnlyFile.open(file(), line -> {})) {
            log.append("next");
        }
        assertThat(read()).containsExactly("whole", "next");
    }

    @Test
    void losesNothingOfManyWriters() throws Exception {
        try (AppendOnlyFile log = AppendOnlyFile.open(file(), line -> {})) {
            List<Thread> writers = IntStream.range(0, 200)
                    .mapToObj(i -> Thread.startVirtualThread(() -> {
                        log.append("line " + i);
                        log.sync();
                    }))
                    .toList();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        Set<String> expected =
                IntStream.range(0, 200).mapToObj(i -> "line " + i).collect(Collectors.toSet());
        assertThat(read()).hasSize(200).containsAll(expected);
    }

    @Test
    void showsWhatIsDurableAndNothingElse() throws Exception {
        Files.writeString(file(), "old\n", StandardOpenOption.CREATE);
        try (AppendOnlyFile log = AppendOnlyFile.open(file(), line -> {})) {
            log.append("new");
            assertThat(shown(log)).containsExactly("old");
            log.sync();
            assertThat(shown(log)).containsExactly("old", "new");
        }
    }

    private static List<String> shown(AppendOnlyFile log) {
        try (Stream<String> lines = log.lines()) {
            return lines.toList();
        }
    }

    private List<String> read() throws Exception {
        List<String> lines = new ArrayList<>();
        AppendOnlyFile.open(file(), lines::add).close();
        return lines;
    }
}
