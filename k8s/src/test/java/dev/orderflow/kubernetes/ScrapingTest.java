package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus is told to scrape is what the rules speak of. */
class ScrapingTest {

    private static final JsonNode MONITOR =
            Manifests.parse(Project.read("k8s/monitoring/pod-monitor.yaml")).the("PodMonitor", "orderflow");

    /** A job that has another name would be missed for ever. */
    @Test
    void everyJobThatIsMissedIsAService() {
        var missed = Pattern.compile("absent\\(up\\{job=\"(\\w+)\"}\\)")
                .matcher(Project.read("k8s/monitoring/rules.yaml"))
                .results()
                .map(found -> found.group(1));

        assertThat(missed).containsExactlyInAnyOrderElementsOf(Project.SERVICES);
    }

    @Test
    void aPodsJobIsItsServicesName() {
        var label = MONITOR.at("/spec/jobLabel").asText();

        assertThat(scraped())
                .extracting(labels -> labels.path(label).asText())
                .containsExactlyInAnyOrderElementsOf(Project.SERVICES);
    }

    @Test
    void itIsScrapedWhereItAnswers() {
        var endpoint = MONITOR.at("/spec/podMetricsEndpoints/0");
        var deployment = Manifests.parse(Project.read("k8s/base/service/deployment.yaml"))
                .the("Deployment", "service");

        assertThat(endpoint.path("port").asText())
                .isEqualTo(deployment
                        .at("/spec/template/spec/containers/0/ports/0/name")
                        .asText());
        assertThat(endpoint.path("path").asText()).isEqualTo("/q/metrics");
    }

    /** The labels of the pods that are selected. */
    private static List<JsonNode> scraped() {
        var wanted = MONITOR.at("/spec/selector/matchLabels");
        return Overlay.PROD
                .manifests()
                .kind("Deployment", "StatefulSet", "Job")
                .map(workload -> workload.at("/spec/template/metadata/labels"))
                .filter(labels -> wanted.propertyStream()
                        .allMatch(label -> label.getValue().equals(labels.path(label.getKey()))))
                .toList();
    }
}
