package dev.orderflow.systemtests.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A native image holds only the resources that were named, and no library that a codec would have to load. */
class NativeResourcesTest {

    /** All that a native build makes a binary of. */
    static final List<String> PROGRAMS = Stream.concat(NativeImageTest.SERVICES.stream(), Stream.of("console"))
            .toList();

    /**
     * Quarkus and its extensions include migrations, templates and configuration; the API's examples serve the build, and
     * messages become classes by it.
     */
    private static final List<String> INCLUDED_ANYWAY =
            List.of("META-INF/", "db/migration/", "templates/", "messages/", "application.properties");

    private static final String SCRIPTS = "dev/orderflow/contracts/gate/";

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void everythingThatIsReadAtRunTimeIsIncluded(String program) throws IOException {
        var included = included(program);
        assertThat(resources(program).filter(resource -> !isMatched(resource, included)))
                .isEmpty();
    }

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void whoRunsTheSharedScriptsIncludesThem(String program) throws IOException {
        var included = included(program);
        var uses = BuiltClasses.of(List.of(program)).all().stream().anyMatch(type -> names(type, SCRIPTS));
        assertThat(resources("contracts").allMatch(script -> isMatched(script, included)))
                .isEqualTo(uses);
    }

    @ParameterizedTest
    @FieldSource("PROGRAMS")
    void compressesWithNothingButJava(String program) throws IOException {
        for (var file : List.of(
                program + "/src/main/resources/application.properties",
                "messaging/src/main/resources/META-INF/microprofile-config.properties",
                "platform/web/src/main/resources/META-INF/microprofile-config.properties",
                "platform/src/main/resources/META-INF/microprofile-config.properties")) {
            assertThat(load(Path.of("..", file)).values()).doesNotContain("zstd", "snappy", "lz4");
        }
    }

    private static boolean names(ClassModel type, String prefix) {
        for (var entry : type.constantPool()) {
            if (entry instanceof ClassEntry named && named.asInternalName().startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> resources(String module) throws IOException {
        var root = Path.of("..", module, "src", "main", "resources");
        try (var files = Files.walk(root)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> INCLUDED_ANYWAY.stream().noneMatch(name::startsWith))
                    .toList()
                    .stream();
        }
    }

    private static boolean isMatched(String resource, List<String> globs) {
        return globs.stream()
                .anyMatch(glob ->
                        FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(resource)));
    }

    private static List<String> included(String program) throws IOException {
        var configured = load(Path.of("..", program, "src/main/resources/application.properties"))
                .getProperty("quarkus.native.resources.includes", "");
        return List.of(configured.split(","));
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
