package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Both overlays, as kubectl renders them. Skipped where there is no kubectl. */
class OverlaysTest {

    @TestFactory
    Stream<DynamicTest> everyOverlayKeepsEveryPolicy() {
        return Arrays.stream(Overlay.values())
                .flatMap(overlay -> Policies.ofEveryOverlay().entrySet().stream()
                        .map(policy -> DynamicTest.dynamicTest(
                                overlay + ": " + policy.getKey(),
                                () -> assertThat(policy.getValue().violations(overlay.manifests()))
                                        .isEmpty())));
    }

    @Test
    void productionSurvivesTheLossOfAnyPart() {
        assertThat(OverlayPolicies.survivesTheLossOfAnyPart(Overlay.PROD.manifests()))
                .isEmpty();
    }

    @Test
    void aPoolWhoseNodesMayShareAZoneDoesNotSurviveItsLoss() {
        for (var pool : List.of("controller", "broker")) {
            var together = Overlay.PROD
                    .manifests()
                    .with(
                            object -> Manifests.title(object).equals("KafkaNodePool " + pool),
                            object ->
                                    ((ObjectNode) object.at("/spec/template/pod")).remove("topologySpreadConstraints"));

            assertThat(OverlayPolicies.survivesTheLossOfAnyPart(together)).hasSize(1);
        }
    }

    @Test
    void aDeskDoesNot() {
        assertThat(OverlayPolicies.survivesTheLossOfAnyPart(Overlay.DEV.manifests()))
                .anyMatch(fault -> fault.startsWith("Cluster "))
                .anyMatch(fault -> fault.startsWith("KafkaTopic "))
                .anyMatch(fault -> fault.startsWith("ScaledObject "))
                .anyMatch(fault -> fault.startsWith("Kafka "));
    }

    @Test
    void aDeskIsSmall() {
        var dev = Overlay.DEV.manifests();

        assertThat(dev.kind("Cluster")
                        .map(cluster -> cluster.at("/spec/instances").asInt()))
                .hasSize(6)
                .containsOnly(1);
        assertThat(dev.kind("ScaledObject")
                        .map(scaled -> scaled.at("/spec/minReplicaCount").asInt()))
                .hasSize(7)
                .containsOnly(1);
        assertThat(dev.kind("KafkaNodePool")
                        .map(pool -> pool.at("/spec/replicas").asInt()))
                .containsExactly(1);
    }

    @Test
    void noTopicWantsMoreCopiesThanThereAreBrokers() {
        for (var overlay : Overlay.values()) {
            int brokers = overlay.manifests()
                    .kind("KafkaNodePool")
                    .filter(pool -> pool.at("/spec/roles").toString().contains("broker"))
                    .mapToInt(pool -> pool.at("/spec/replicas").asInt())
                    .sum();
            assertThat(overlay.manifests()
                            .kind("KafkaTopic")
                            .map(topic -> topic.at("/spec/replicas").asInt()))
                    .hasSize(13)
                    .allMatch(replicas -> replicas <= brokers);
        }
    }

    @Test
    void bothHaveTheSameObjects() {
        assertThat(titles(Overlay.PROD)).containsExactlyInAnyOrderElementsOf(titles(Overlay.DEV));
    }

    @Test
    void eachIsInItsOwnNamespace() {
        for (var overlay : Overlay.values()) {
            var namespace = Manifests.name(
                    overlay.manifests().kind("Namespace").findFirst().orElseThrow());
            assertThat(overlay.manifests().objects())
                    .filteredOn(object -> !object.path("kind").asText().equals("Namespace"))
                    .allMatch(
                            object -> object.at("/metadata/namespace").asText().equals(namespace));
        }
    }

    /** But for the nodes, and with the hashes of settings left out. */
    private static List<String> titles(Overlay overlay) {
        return overlay.manifests().objects().stream()
                .filter(object -> !List.of("Namespace", "KafkaNodePool")
                        .contains(object.path("kind").asText()))
                .map(object -> Manifests.title(object).replaceFirst("^(ConfigMap .*)-[a-z0-9]{10}$", "$1"))
                .toList();
    }
}
