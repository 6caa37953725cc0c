package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services serve is either routed or named as the operators' own: nothing new becomes public, or lost, unseen. */
class RoutesTest {

    /** On a class, not on one of its methods. REST clients' are on interfaces. */
    private static final Pattern RESOURCE =
            Pattern.compile("^@(?:Path|WebSocket)\\((?:path = )?\"(/[^\"]*)\"\\)[^;]*?\\bclass ", Pattern.MULTILINE);

    @Test
    void everyResourceIsPublicOrTheOperators() throws IOException {
        for (var service : Project.SERVICES) {
            var served = Stream.of(
                            resources(service),
                            Project.WITH_DATABASE.contains(service) ? resources("platform") : Stream.<String>empty(),
                            resources("platform/web"))
                    .flatMap(paths -> paths)
                    .collect(Collectors.toSet());

            assertThat(served)
                    .as("what %s serves", service)
                    .hasSizeGreaterThan(4)
                    .allMatch(path -> isBelow(path, RoutePolicies.paths(service))
                            || isBelow(path, Set.copyOf(RoutePolicies.INTERNAL)));
        }
    }

    @Test
    void nothingIsBoth() {
        assertThat(Project.SERVICES.stream().flatMap(service -> RoutePolicies.paths(service).stream()))
                .noneMatch(path -> isBelow(path, Set.copyOf(RoutePolicies.INTERNAL)));
    }

    private static boolean isBelow(String path, Set<String> prefixes) {
        return prefixes.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }

    private static Stream<String> resources(String module) throws IOException {
        var found = Stream.<String>builder();
        for (Path file : Project.files(module + "/src/main/java", ".java")) {
            RESOURCE.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
        }
        return found.build();
    }
}
