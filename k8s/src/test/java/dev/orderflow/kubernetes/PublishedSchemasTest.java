package dev.orderflow.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published schemas take what the tree has, and nothing that they don't know. */
class PublishedSchemasTest {

    @ParameterizedTest
    @CsvSource({
        "base/service/database.yaml, Cluster, database, cluster, /spec/storage",
        "base/service/database.yaml, Cluster, database, cluster, /spec/bootstrap/initdb",
        "base/service/scaling.yaml, ScaledObject, service, scaled-object, /spec/fallback",
        "base/kafka/keda.yaml, TriggerAuthentication, keda-kafka, trigger-authentication, /spec/secretTargetRef/0",
        "base/routes/routes.yaml, HTTPRoute, order, http-route, /spec/rules/0/matches/0"
    })
    void knowEveryField(String file, String kind, String name, String schema, String place) {
        JsonNode object =
                Manifests.parse(Project.read("k8s/" + file)).the(kind, name).deepCopy();
        assertThat(Models.faults(object, "published/" + schema)).isEmpty();

        ((ObjectNode) object.at(place)).put("unheardOf", true);
        assertThat(Models.faults(object, "published/" + schema))
                .singleElement()
                .asString()
                .contains("unheardOf");
    }
}
