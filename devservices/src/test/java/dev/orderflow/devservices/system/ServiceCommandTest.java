package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {

    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private Path program;
    private Path cache;

    @BeforeEach
    void build() throws IOException {
        program = file("quarkus-run.jar", NOW);
        cache = folder.resolve("app.aot");
    }

    @Test
    void isThatOfAPlainJvmUnlessSomethingElseIsWanted() {
        assertThat(ServiceCommand.of(Packaging.JVM, program))
                .endsWith("-jar", program.toString())
                .noneMatch(option -> option.contains("AOT"));
    }

    @Test
    void makesACacheWithTheFirstStartAndUsesItFromTheSecondOn() throws IOException {
        assertThat(ServiceCommand.of(Packaging.AOT_CACHE, program)).contains("-XX:AOTCacheOutput=" + cache);

        file("app.aot", NOW.plus(Duration.ofMinutes(1)));
        assertThat(ServiceCommand.of(Packaging.AOT_CACHE, program)).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void makesACacheAnewWhenTheProgramWasBuiltAfterIt() throws IOException {
        file("app.aot", NOW.minus(Duration.ofMinutes(1)));

        assertThat(ServiceCommand.of(Packaging.AOT_CACHE, program)).contains("-XX:AOTCacheOutput=" + cache);
    }

    @Test
    void needsNoJvmForABinary() {
        assertThat(ServiceCommand.of(Packaging.NATIVE, program))
                .startsWith(program.toString())
                .doesNotContain("-jar");
    }

    @Test
    void findsABinaryByItsEndingWhateverItsVersionIs() throws IOException {
        var runner = file("orderflow-order-1.0.0-runner", NOW);

        assertThat(Packaging.NATIVE.program(folder)).isEqualTo(runner);
    }

    private Path file(String name, Instant modified) throws IOException {
        var file = Files.writeString(folder.resolve(name), "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}
