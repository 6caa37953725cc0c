package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code .ci/sabotage} breaks on purpose, to show that the drill finds it, can still be broken like that. */
class SabotageTest {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Path PATCHES = HOME.resolve("system-tests/src/test/sabotage");

    static Stream<String> patches() {
        return Stream.of(
                "inbox-off.patch",
                "cursor-moved-early.patch",
                "gaps-ignored.patch",
                "key-not-sent.patch",
                "lease-not-checked.patch");
    }

    @ParameterizedTest
    @MethodSource("patches")
    void fitsTheSources(String patch) throws Exception {
        var git = new ProcessBuilder(
                        "git", "apply", "--check", PATCHES.resolve(patch).toString())
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(git.getInputStream().readAllBytes(), UTF_8);

        assertThat(git.waitFor()).as(said).isZero();
    }

    @Test
    void isOneOfThese() throws IOException {
        try (var files = Files.list(PATCHES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(patches().toList());
        }
    }
}
