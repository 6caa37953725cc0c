package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes of the images; system-tests' ImageTrainingIT starts what they start. */
class ImagesTest {

    private static final Pattern VARIABLE = Pattern.compile("\\bORDERFLOW_[A-Z_]+");

    @ParameterizedTest
    @ValueSource(strings = {"native", "jvm"})
    void anImageRunsAsTheUserThatItsPodNames(String kind) {
        var deployment = Manifests.parse(Project.read("k8s/base/service/deployment.yaml"))
                .the("Deployment", "service");
        var user =
                deployment.at("/spec/template/spec/securityContext/runAsUser").asText();
        var image = Project.read("k8s/images/" + kind + ".Dockerfile");

        assertThat(image).containsPattern("(?m)^USER " + user + "$").doesNotContain("latest");
        assertThat(image.lines().filter(line -> line.startsWith("FROM ")))
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM \\S+:\\S*\\d\\S*( AS \\w+)?"));
    }

    /** Without one of these the JVM's image can't be built: the service that it starts to keep what it loads does not start. */
    @Test
    void whatHasNoDefaultIsThereWhileACacheIsMade() {
        var given = variables("k8s/images/jvm.Dockerfile").toList();

        assertThat(Project.SERVICES.stream()
                        .flatMap(service -> variables("k8s/base/services/" + service + "/kustomization.yaml")
                                .filter(variable -> Settings.isNeeded(service, variable))))
                .hasSizeGreaterThan(6)
                .allMatch(given::contains);
    }

    private static Stream<String> variables(String file) {
        return VARIABLE.matcher(Project.read(file)).results().map(found -> found.group());
    }
}
