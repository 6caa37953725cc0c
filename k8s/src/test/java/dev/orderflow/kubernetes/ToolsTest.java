package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pod that operators start for Kafka's own tools. */
class ToolsTest {

    private static final Manifests TOOLS = Manifests.parse(Project.read("k8s/tools/kafka-tools.yaml"));
    private static final JsonNode POD = TOOLS.the("Pod", "kafka-tools");

    @Test
    void areAsTheirModelHasThem() {
        assertThat(Models.faults(POD)).isEmpty();
    }

    @Test
    void keepThePoliciesOfPods() {
        var pods = inAJob();

        assertThat(List.<Policy>of(
                                PodPolicies::restricted,
                                PodPolicies::hostIsOutOfReach,
                                PodPolicies::limited,
                                PodPolicies::pinned,
                                PodPolicies::withoutToken,
                                ConfigurationPolicies::everySecretIsKnown)
                        .stream()
                        .flatMap(policy -> policy.violations(pods)))
                .isEmpty();
    }

    @Test
    void areThoseOfTheKafkaThatRuns() {
        var kafka = Manifests.parse(Project.read("k8s/base/kafka/kafka.yaml")).the("Kafka", "orderflow");
        var versions = POD.at("/spec/containers/0/image").asText().split(":")[1].split("-kafka-");

        assertThat(versions[1]).isEqualTo(kafka.at("/spec/kafka/version").asText());
        assertThat(Project.read("pom.xml")).contains("<strimzi.version>" + versions[0] + "<");
    }

    @Test
    void reachTheBrokersAndAreNobodysReplica() {
        var listener = Manifests.parse(Project.read("k8s/base/kafka/kafka.yaml"))
                .the("Kafka", "orderflow")
                .at("/spec/kafka/listeners/0/networkPolicyPeers/0/podSelector/matchLabels");
        var way = Manifests.parse(Project.read("k8s/base/network/services.yaml"))
                .the("NetworkPolicy", "services-to-kafka")
                .at("/spec/podSelector/matchLabels");
        var labels = POD.at("/metadata/labels").propertyStream().toList();

        assertThat(labels).containsAll(listener.propertyStream().toList());
        assertThat(labels).containsAll(way.propertyStream().toList());
        assertThat(Project.SERVICES)
                .doesNotContain(POD.at("/metadata/labels")
                        .path("app.kubernetes.io/name")
                        .asText());
    }

    /** What the policies of the overlays look at. */
    private static Manifests inAJob() {
        var job = (ObjectNode) Manifests.read("{\"kind\":\"Job\",\"metadata\":{\"name\":\"kafka-tools\"},\"spec\":{}}");
        ((ObjectNode) job.path("spec")).set("template", POD);
        return new Manifests(List.of(job));
    }
}
