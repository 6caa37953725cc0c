package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Wrong.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each policy notices what it is there for: production's manifests with one thing done wrong. Skipped without kubectl. */
class PoliciesCanFailTest {

    private static final String CONTAINER = "/spec/template/spec/containers/0";

    private final Map<String, Stream<Wrong>> wrongs = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> noticeWhatIsWrong() {
        pods();
        services();
        kafka();
        configuration();
        outside();
        var policies = Policies.ofEveryOverlay();
        return wrongs.entrySet().stream()
                .flatMap(entry -> entry.getValue()
                        .map(wrong -> DynamicTest.dynamicTest(
                                entry.getKey() + " fails for a " + wrong,
                                () -> assertThat(policies.get(entry.getKey()).violations(wrong.done(production())))
                                        .isNotEmpty())));
    }

    @Test
    void noPolicyIsLeftOut() {
        noticeWhatIsWrong();

        assertThat(new HashSet<>(wrongs.keySet()))
                .isEqualTo(Policies.ofEveryOverlay().keySet());
    }

    private void pods() {
        wrongs.put(
                "pods are restricted",
                Stream.of(
                        set("Deployment", "/spec/template/spec/securityContext", "runAsNonRoot", "false"),
                        set("Job", "/spec/template/spec/securityContext", "runAsUser", "0"),
                        set("Deployment", "/spec/template/spec", "securityContext", null),
                        set("StatefulSet", CONTAINER + "/securityContext", "readOnlyRootFilesystem", "false"),
                        set("Deployment", CONTAINER + "/securityContext", "privileged", "true"),
                        set("Deployment", CONTAINER + "/securityContext/capabilities", "add", "[\"NET_ADMIN\"]"),
                        set("Job", CONTAINER + "/securityContext", "allowPrivilegeEscalation", null)));
        wrongs.put(
                "pods can't reach their host",
                Stream.of(
                        set("Deployment", "/spec/template/spec", "hostNetwork", "true"),
                        set("Job", "/spec/template/spec/volumes/0", "hostPath", "{\"path\":\"/\"}")));
        wrongs.put("pods are limited", Stream.of(set("Deployment", CONTAINER + "/resources/limits", "memory", null)));
        wrongs.put(
                "images are pinned",
                Stream.of(
                        set("Deployment", CONTAINER, "image", "\"orderflow/order:latest\""),
                        set("Job", CONTAINER, "image", "\"orderflow/order\""),
                        set("StatefulSet", CONTAINER, "image", "\"localhost:5000/redis\"")));
        wrongs.put(
                "pods have no token",
                Stream.of(
                        set("Deployment", "/spec/template/spec", "automountServiceAccountToken", null),
                        set("Job", "/spec/template/spec", "serviceAccountName", "\"default\""),
                        set("ServiceAccount", "", "automountServiceAccountToken", "true")));
        wrongs.put(
                "pods are labelled",
                Stream.of(set("Job", "/spec/template/metadata/labels", "app.kubernetes.io/part-of", null)));
        operatorsPods();
    }

    private void operatorsPods() {
        wrongs.put(
                "the databases' pods are restricted",
                Stream.of(
                        set("Cluster", "/spec", "seccompProfile", null),
                        set("Cluster", "/spec/seccompProfile", "type", "\"Unconfined\""),
                        set("Cluster", "/spec", "podSecurityContext", "{\"runAsNonRoot\":false}")));
        wrongs.put(
                "Kafka's operators are restricted",
                Stream.of(
                        set("Kafka", "/spec/entityOperator/template/pod", "securityContext", null),
                        set("Kafka", "/spec/entityOperator/template", "userOperatorContainer", null)));
        wrongs.put(
                "operators' pods are limited",
                Stream.of(
                        set("Cluster", "/spec/resources/limits", "memory", null),
                        set("KafkaNodePool", "/spec", "resources", null),
                        set("Kafka", "/spec/entityOperator/topicOperator/resources/requests", "cpu", null)));
    }

    private void services() {
        wrongs.put("all services are there", Stream.of(set("Deployment", "", "kind", "\"DaemonSet\"")));
        wrongs.put(
                "services are probed",
                Stream.of(
                        set("Deployment", CONTAINER, "startupProbe", null),
                        set("Deployment", CONTAINER + "/livenessProbe/httpGet", "path", "\"/q/health/ready\"")));
        wrongs.put(
                "services listen at their port",
                Stream.of(set("Deployment", CONTAINER + "/ports/0", "containerPort", "8079")));
        wrongs.put(
                "services have time to end",
                Stream.of(
                        set("Deployment", "/spec/template/spec", "terminationGracePeriodSeconds", "30"),
                        set("Deployment", CONTAINER, "lifecycle", null)));
        wrongs.put(
                "services are never all down",
                Stream.of(
                        set("Deployment", "/spec/strategy/rollingUpdate", "maxUnavailable", "1"),
                        set("Deployment", "/spec/template/spec", "topologySpreadConstraints", null),
                        set("PodDisruptionBudget", "/spec/selector/matchLabels", "app.kubernetes.io/name", "\"x\"")));
        wrongs.put(
                "services are reached by their name",
                Stream.of(set("Service", "/spec/selector", "app.kubernetes.io/component", null)));
        wrongs.put(
                "databases are migrated once",
                Stream.of(
                        set("Job", CONTAINER + "/env/0", "value", "\"false\""),
                        new Wrong("Deployment", "inventory-service", CONTAINER + "/env/0", "value", "\"true\""),
                        set("Job", "/spec/template/spec", "restartPolicy", "\"OnFailure\""),
                        set("Job", "/metadata", "name", "\"inventory-migration-0.9.0\"")));
        wrongs.put(
                "all is of one release",
                Stream.of(
                        set("Deployment", "/spec/template/metadata/labels", "app.kubernetes.io/version", "\"2.0\""),
                        set("Deployment", CONTAINER, "image", "\"orderflow/inventory:0.9.0\"")));
    }

    private void kafka() {
        wrongs.put(
                "topics are what their owners want",
                Stream.of(
                        set("KafkaTopic", "/spec", "partitions", "6"),
                        set("KafkaTopic", "/spec/config", "retention.ms", "1"),
                        set("KafkaTopic", "/metadata", "name", "\"other-events\"")));
        wrongs.put(
                "users may do what they do",
                Stream.of(
                        set("KafkaUser", "/spec/authorization/acls/0", "operations", "[\"All\"]"),
                        set("KafkaUser", "/spec/authorization/acls/0/resource", "patternType", "\"prefix\""),
                        set("KafkaUser", "/spec", "authorization", null)));
        wrongs.put(
                "services scale by the lag of their groups",
                Stream.of(
                        set("ScaledObject", "/spec/triggers/0/metadata", "topic", "\"other-events\""),
                        set("ScaledObject", "/spec/triggers/0/metadata", "consumerGroup", "\"other\""),
                        set("ScaledObject", "/spec", "triggers", "[]")));
        wrongs.put(
                "services are scaled by one",
                Stream.of(
                        set("ScaledObject", "/spec", "maxReplicaCount", "13"),
                        set("Deployment", "/spec", "replicas", "2"),
                        set("PodDisruptionBudget", "", "kind", "\"HorizontalPodAutoscaler\"")));
        wrongs.put(
                "Kafka is locked",
                Stream.of(
                        set("Kafka", "/spec/kafka/listeners/0", "tls", "false"),
                        set("Kafka", "/spec/kafka/listeners/0", "networkPolicyPeers", null),
                        set("Kafka", "/spec/kafka/config", "auto.create.topics.enable", "true"),
                        set("Kafka", "/spec/kafka", "authorization", null)));
        wrongs.put(
                "Kafka's pods are restricted",
                Stream.of(
                        set("KafkaNodePool", "/spec/template/pod", "securityContext", null),
                        set("Kafka", "/spec/kafka/template", "kafkaContainer", null)));
    }

    private void configuration() {
        wrongs.put(
                "databases take all replicas",
                Stream.of(set("Cluster", "/spec/postgresql/parameters", "max_connections", "\"100\"")));
        wrongs.put("nodes can be drained", Stream.of(set("Cluster", "/spec", "instances", "1")));
        wrongs.put(
                "variables are settings",
                Stream.of(
                        set("Deployment", CONTAINER + "/env/0", "name", "\"ORDERFLOW_DATABASE_MIGRATES\""),
                        set("Job", CONTAINER + "/env/0", "name", "\"QUARKUS_INIT_AND_LEAVE\"")));
        wrongs.put("what is needed is set", Stream.of(set("ConfigMap", "/data", "KAFKA_BOOTSTRAP_SERVERS", null)));
        wrongs.put(
                "services have settings of their own",
                Stream.of(set(
                        "Deployment",
                        CONTAINER + "/envFrom/1/configMapRef",
                        "name",
                        "\"payment-settings-0000000000\"")));
        wrongs.put("no secret is in the tree", Stream.of(set("ConfigMap", "", "kind", "\"Secret\"")));
        wrongs.put(
                "secrets are known",
                Stream.of(
                        set("StatefulSet", CONTAINER + "/env/0/valueFrom/secretKeyRef", "name", "\"other\""),
                        set("TriggerAuthentication", "/spec/secretTargetRef/0", "name", "\"other\"")));
        wrongs.put(
                "every object is as its model has it",
                Stream.of(
                        set("Deployment", CONTAINER, "readynessProbe", "{}"),
                        set("NetworkPolicy", "/spec", "egres", "[]"),
                        set("HTTPRoute", "/spec", "hosts", "[]"),
                        set("HTTPRoute", "/spec/rules/0/matches/0/path", "value", "\"orders\""),
                        set("HTTPRoute", "/spec/rules/0/matches/0/path", "value", "\"/orders//items\""),
                        set("HTTPRoute", "/spec/rules/0/matches/0/path", "value", "\"/orders/..\""),
                        set("KafkaTopic", "/spec", "partition", "12"),
                        set("Kafka", "/spec/kafka", "replica", "3"),
                        set("ScaledObject", "/spec", "minReplicas", "2"),
                        set("ScaledObject", "/spec/triggers/0/metadata", "lagTreshold", "\"5\""),
                        set("TriggerAuthentication", "/spec/secretTargetRef/0", "parameter", "\"certificate\""),
                        set("Cluster", "/spec/postgresql/synchronous", "durability", "\"required\""),
                        set("Job", "", "apiVersion", "\"batch/v1beta1\"")));
    }

    private void outside() {
        wrongs.putAll(NetworkWrongs.all());
        wrongs.put(
                "routes show what is public",
                Stream.of(
                        set("HTTPRoute", "/spec/rules/0/matches/0/path", "value", "\"/admin\""),
                        set("HTTPRoute", "/spec/rules/0/matches/0", "method", "\"PUT\"")));
        wrongs.put(
                "routes lead to their service",
                Stream.of(set("HTTPRoute", "/spec/rules/0/backendRefs/0", "name", "\"payment-service\"")));
        wrongs.put(
                "the namespace is restricted",
                Stream.of(set("Namespace", "/metadata/labels", "pod-security.kubernetes.io/enforce", "\"baseline\"")));
    }

    private static Manifests production() {
        return Overlay.PROD.manifests();
    }
}
