package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;
import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What the services are told exists, and secrets are only spoken of. */
final class ConfigurationPolicies {

    /** Made by the operators beside what they are named after, or by hand before the first deployment (docs/kubernetes.md). */
    private static final List<String> SECRETS = List.of(
            "(order|inventory|payment|shipping|notification|loyalty)-database-(app|ca)",
            "(order|inventory|payment|shipping|notification|loyalty|analytics|keda)-kafka",
            "orderflow-cluster-ca-cert",
            "redis",
            "payment-provider",
            "shipping-carrier",
            "notification-smtp",
            "notification-sealing");

    private ConfigurationPolicies() {}

    /** Every variable is the name of a setting that the service's code or one of its libraries reads. */
    static Stream<String> everyVariableIsASetting(Manifests manifests) {
        return manifests
                .kind("Deployment", "Job")
                .flatMap(workload -> variables(manifests, workload)
                        .filter(variable -> !Settings.exists(ServicePolicies.serviceOf(workload), variable)
                                && !isPartOfAnother(workload, variable))
                        .map(variable -> title(workload) + ": nobody reads " + variable));
    }

    private static boolean isPartOfAnother(JsonNode workload, String variable) {
        return each(workload.at("/spec/template/spec/containers/0/env"))
                .anyMatch(entry -> entry.path("value").asText().contains("$(" + variable + ")"));
    }

    /** Without one of these a service starts, and does not work. */
    static Stream<String> everythingNeededIsSet(Manifests manifests) {
        var needed = List.of("KAFKA_BOOTSTRAP_SERVERS", "MP_JWT_VERIFY_ISSUER", "MP_JWT_VERIFY_PUBLICKEY_LOCATION");
        var neededForADatabase = List.of("QUARKUS_DATASOURCE_REACTIVE_URL", "QUARKUS_DATASOURCE_JDBC_URL");
        var services = manifests.kind("Deployment").filter(deployment -> !ServicePolicies.isConsole(deployment));
        return services.flatMap(deployment -> {
            var set = variables(manifests, deployment).toList();
            return Stream.concat(
                            needed.stream(),
                            ServicePolicies.hasDatabase(deployment) ? neededForADatabase.stream() : Stream.empty())
                    .filter(variable -> !set.contains(variable))
                    .map(variable -> title(deployment) + ": " + variable + " is not set");
        });
    }

    static Stream<String> noSecretIsInTheTree(Manifests manifests) {
        return manifests.objects().stream()
                .filter(object -> object.path("kind").asText().equals("Secret"))
                .map(secret -> title(secret) + " belongs in the cluster alone");
    }

    static Stream<String> everySecretIsKnown(Manifests manifests) {
        return manifests.objects().stream()
                .flatMap(object -> secrets(object)
                        .filter(secret -> SECRETS.stream().noneMatch(secret::matches))
                        .map(secret -> title(object) + ": who makes the secret " + secret + "?"));
    }

    private static Stream<String> secrets(JsonNode object) {
        return Stream.of(
                        object.findValues("secretKeyRef").stream().map(reference -> reference.path("name")),
                        object.findValues("secretName").stream(),
                        object.findValues("secretTargetRef").stream()
                                .flatMap(Manifests::each)
                                .map(reference -> reference.path("name")),
                        object.findValues("sources").stream()
                                .flatMap(Manifests::each)
                                .map(source -> source.at("/secret/name")))
                .flatMap(names -> names)
                .map(JsonNode::asText);
    }

    private static Stream<String> variables(Manifests manifests, JsonNode workload) {
        var container = workload.at("/spec/template/spec/containers/0");
        var shared = each(container.path("envFrom"))
                .map(source -> manifests.the(
                        "ConfigMap", source.at("/configMapRef/name").asText()))
                .flatMap(map -> map.path("data").propertyStream().map(entry -> entry.getKey()));
        return Stream.concat(
                shared,
                each(container.path("env")).map(entry -> entry.path("name").asText()));
    }

    /** Each settings' name says whose they are: no service reads another's. */
    static Stream<String> everyServiceHasItsOwnSettings(Manifests manifests) {
        return manifests
                .kind("Deployment")
                .flatMap(deployment -> each(deployment.at("/spec/template/spec/containers/0/envFrom"))
                        .map(source -> source.at("/configMapRef/name").asText())
                        .filter(map -> !map.startsWith("common-")
                                && !map.startsWith(ServicePolicies.serviceOf(deployment) + "-settings-"))
                        .map(map -> name(deployment) + " reads " + map));
    }
}
