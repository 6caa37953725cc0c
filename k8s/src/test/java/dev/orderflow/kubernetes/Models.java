package dev.orderflow.kubernetes;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads an object by the model of its kind and names what the model doesn't know. Core kinds and the Gateway API have
 * fabric8's models, Kafka's kinds those of Strimzi's own artifact. KEDA's and CloudNativePG's have none in any Maven
 * artifact: schemas/README.md says where their schemas come from.
 */
final class Models {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/Pod", Pod.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class));

    private static final Map<String, List<String>> SCHEMAS = Map.of(
            "keda.sh/v1alpha1/ScaledObject", List.of("published/scaled-object", "scaled-object"),
            "keda.sh/v1alpha1/TriggerAuthentication",
                    List.of("published/trigger-authentication", "trigger-authentication"),
            "postgresql.cnpg.io/v1/Cluster", List.of("published/cluster", "cluster"),
            "gateway.networking.k8s.io/v1/HTTPRoute", List.of("published/http-route", "http-route"));

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .annotationIntrospector(withoutAnySetters())
            .build();

    private Models() {}

    /** The models keep what they don't know in a map; here it has to fail. */
    private static AnnotationIntrospector withoutAnySetters() {
        return new JacksonAnnotationIntrospector() {
            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return Boolean.FALSE;
            }
        };
    }

    /** What is wrong with an object; empty if it is as its model has it. */
    static List<String> faults(JsonNode object) {
        var kind =
                object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        if (!TYPES.containsKey(kind) && !SCHEMAS.containsKey(kind)) {
            return List.of("no model for " + kind);
        }
        var typed = TYPES.containsKey(kind) ? faults(object, TYPES.get(kind)) : Stream.<String>empty();
        var described = SCHEMAS.getOrDefault(kind, List.of()).stream().flatMap(schema -> faults(object, schema));
        return Stream.concat(typed, described).toList();
    }

    private static Stream<String> faults(JsonNode object, Class<?> type) {
        try {
            STRICT.treeToValue(object, type);
            return Stream.empty();
        } catch (Exception e) {
            return Stream.of(Manifests.title(object) + ": " + e.getMessage());
        }
    }

    /** What a schema below {@code schemas} says against an object. */
    static Stream<String> faults(JsonNode object, String schema) {
        var text = Project.read("k8s/src/test/resources/schemas/" + schema + ".json");
        return REGISTRY.getSchema(Manifests.read(text)).validate(object).stream()
                .map(error -> Manifests.title(object) + ": " + error);
    }
}
