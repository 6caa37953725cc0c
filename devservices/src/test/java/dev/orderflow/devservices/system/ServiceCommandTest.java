package dev.orderflow.devservices.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        assertThat(of(Packaging.JVM)).endsWith("-jar", program.toString()).noneMatch(option -> option.contains("AOT"));
    }

    @Test
    void makesACacheWithTheFirstStartAndUsesItFromTheSecondOn() throws IOException {
        assertThat(of(Packaging.AOT_CACHE)).contains("-XX:AOTCacheOutput=" + cache);

        file("app.aot", NOW.plus(Duration.ofMinutes(1)));
        assertThat(of(Packaging.AOT_CACHE)).contains("-XX:AOTCache=" + cache);
    }

    @Test
    void makesACacheAnewWhenTheProgramWasBuiltAfterIt() throws IOException {
        file("app.aot", NOW.minus(Duration.ofMinutes(1)));

        assertThat(of(Packaging.AOT_CACHE)).contains("-XX:AOTCacheOutput=" + cache);
    }

    @Test
    void needsNoJvmForABinary() {
        assertThat(of(Packaging.NATIVE)).startsWith(program.toString()).doesNotContain("-jar");
    }

    @Test
    void findsABinaryByItsEndingWhateverItsVersionIs() throws IOException {
        var runner = file("orderflow-order-1.0.0-runner", NOW);

        assertThat(Packaging.NATIVE.program(folder)).isEqualTo(runner);
    }

    @Test
    void endsItsJvmsOptionsWithThoseOfItsOwnVariables() {
        var variables = Map.of(ServiceCommand.MORE_OPTIONS, " -XX:TieredStopAtLevel=4  -Xmx64m ");

        assertThat(ServiceCommand.of(Packaging.JVM, program, variables))
                .endsWith("-XX:TieredStopAtLevel=4", "-Xmx64m", "-jar", program.toString());
    }

    private List<String> of(Packaging packaging) {
        return ServiceCommand.of(packaging, program, Map.of());
    }

    private Path file(String name, Instant modified) throws IOException {
        var file = Files.writeString(folder.resolve(name), "");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}
