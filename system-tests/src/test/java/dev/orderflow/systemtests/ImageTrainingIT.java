package dev.orderflow.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The start by which a JVM's image learns what it will load, as {@code k8s/images/jvm.Dockerfile} has it: with nothing but what
 * stands there, every program starts and ends. The cache itself is left out, since writing it takes longer than all the rest.
 */
class ImageTrainingIT {

    private static final Pattern STEP = Pattern.compile("(?m)^RUN ((?:.*\\\\\\n)*.*)$");
    private static final String CACHE = "-XX:AOTCacheOutput=app.aot";

    @ParameterizedTest
    @MethodSource("programs")
    void startsAndEnds(String module) throws Exception {
        var log = Path.of("target", "image-training-" + module + ".log");
        var program = Installation.home().resolve(module).resolve("target").resolve("quarkus-app");

        assertThat(run(step(), program, log)).as("exit code; see %s", log).isZero();
    }

    static Stream<String> programs() {
        return Stream.concat(ArchitectureTest.SERVICES.stream(), Stream.of("console"));
    }

    private static String step() throws IOException {
        var recipe = Files.readString(Installation.home().resolve("k8s/images/jvm.Dockerfile"));
        var steps = STEP.matcher(recipe).results().map(found -> found.group(1)).toList();
        assertThat(steps).singleElement().asString().contains(CACHE);
        return steps.getFirst().replace("\\\n", "").replace(CACHE, "");
    }

    private static int run(String step, Path folder, Path log) throws IOException, InterruptedException {
        var java = Installation.javaExecutable().getParent();
        var builder = new ProcessBuilder(List.of("sh", "-c", step))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", java + ":" + System.getenv("PATH"));
        return ended(builder.start(), log);
    }

    private static int ended(Process process, Path log) throws InterruptedException {
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS))
                    .as("ends; see %s", log)
                    .isTrue();
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
