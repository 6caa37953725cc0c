package dev.orderflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names exist, and each of its threats names one. */
class ThreatTableTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

    @Test
    void everyThreatNamesATest() throws IOException {
        var table = Files.readString(ROOT.resolve("docs/security.md")).split("\n## Threats\n")[1];
        var rows = table.lines().filter(line -> line.startsWith("|")).skip(2).toList();

        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allMatch(row -> NAMED.matcher(row).find());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = testSources();
        var page = Files.readString(ROOT.resolve("docs/security.md"));

        var missing = NAMED.matcher(page)
                .results()
                .filter(named -> sources.getOrDefault(named.group(1), List.of()).stream()
                        .noneMatch(source -> isTest(source, named.group(2))))
                .map(named -> named.group())
                .toList();

        assertThat(missing).isEmpty();
    }

    /** Or makes tests. */
    private static boolean isTest(String source, String method) {
        return source.contains(" void " + method + "(") || source.contains("Stream<DynamicNode> " + method + "(");
    }

    /** By class; two modules may have one of the same name. */
    private static Map<String, List<String>> testSources() throws IOException {
        try (var modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ThreatTableTest::javaFiles)
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Collectors.mapping(ThreatTableTest::text, Collectors.toList())));
        }
    }

    private static Stream<Path> javaFiles(Path tests) {
        try (var files = Files.walk(tests)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
