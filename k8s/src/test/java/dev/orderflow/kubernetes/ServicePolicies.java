package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;
import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds for every service: it is probed where it answers, ends in peace, and is never all down at once. */
final class ServicePolicies {

    private static final Map<String, String> PROBES = Map.of(
            "startupProbe", "/q/health/started",
            "readinessProbe", "/q/health/ready",
            "livenessProbe", "/q/health/live");

    private ServicePolicies() {}

    static Stream<String> everyServiceIsThere(Manifests manifests) {
        var deployed = manifests.kind("Deployment").map(Manifests::name).toList();
        var wanted = Stream.concat(
                        Project.SERVICES.stream().map(service -> service + "-service"), Stream.of(Project.CONSOLE))
                .toList();
        return Stream.concat(
                wanted.stream().filter(name -> !deployed.contains(name)).map(name -> "no Deployment " + name),
                deployed.stream().filter(name -> !wanted.contains(name)).map(name -> "what is Deployment " + name));
    }

    static Stream<String> probed(Manifests manifests) {
        return perDeployment(
                manifests,
                deployment -> PROBES.entrySet().stream()
                        .filter(probe -> !container(deployment)
                                .at("/" + probe.getKey() + "/httpGet")
                                .equals(Manifests.read(
                                        "{\"path\":\"%s\",\"port\":\"http\"}".formatted(probe.getValue()))))
                        .map(Map.Entry::getKey));
    }

    static Stream<String> listensWhereTheServiceDoes(Manifests manifests) {
        return perDeployment(manifests, deployment -> {
            var port = container(deployment).at("/ports/0/containerPort").asText();
            var wanted = Project.configuration(serviceOf(deployment)).getProperty("quarkus.http.port");
            return port.equals(wanted) ? Stream.empty() : Stream.of("port " + port + ", not " + wanted);
        });
    }

    /** The pause before SIGTERM, what the service itself takes at most after it, and a few seconds more. */
    static Stream<String> givenTimeToEnd(Manifests manifests) {
        var shared = Project.shared();
        long own = seconds(shared.getProperty("%prod.quarkus.shutdown.delay"))
                + seconds(shared.getProperty("quarkus.shutdown.timeout"));
        return perDeployment(manifests, deployment -> {
            long before =
                    container(deployment).at("/lifecycle/preStop/sleep/seconds").asLong();
            long given = pod(deployment).path("terminationGracePeriodSeconds").asLong();
            return before >= 3 && given >= before + own + 5
                    ? Stream.empty()
                    : Stream.of("%d s are given, %d s before SIGTERM and %d s after are needed"
                            .formatted(given, before, own));
        });
    }

    static Stream<String> neverAllDown(Manifests manifests) {
        return perDeployment(
                manifests,
                deployment -> Stream.of(
                                deployment
                                                        .at("/spec/strategy/rollingUpdate/maxUnavailable")
                                                        .asInt(1)
                                                == 0
                                        ? ""
                                        : "a rollout takes one away before another is there",
                                pod(deployment)
                                                        .path("topologySpreadConstraints")
                                                        .size()
                                                >= 2
                                        ? ""
                                        : "not spread over zones and nodes",
                                hasBudget(manifests, deployment) ? "" : "no PodDisruptionBudget")
                        .filter(fault -> !fault.isEmpty()));
    }

    private static boolean hasBudget(Manifests manifests, JsonNode deployment) {
        return manifests
                .kind("PodDisruptionBudget")
                .anyMatch(budget -> budget.at("/spec/selector").equals(deployment.at("/spec/selector")));
    }

    /** A Service, too, must find the pods of its service and no others. */
    static Stream<String> reached(Manifests manifests) {
        return perDeployment(
                manifests,
                deployment -> manifests
                                .kind("Service")
                                .anyMatch(service -> name(service).equals(name(deployment))
                                        && service.at("/spec/selector")
                                                .equals(deployment.at("/spec/selector/matchLabels"))
                                        && service.at("/spec/ports/0/targetPort")
                                                .asText()
                                                .equals("http"))
                        ? Stream.empty()
                        : Stream.of("no Service of its name"));
    }

    /**
     * Migrations are a step of their own: a job of the same image, whose failed pods stay with their logs, and replicas that
     * only wait for it.
     */
    static Stream<String> migratedOnce(Manifests manifests) {
        return perDeployment(manifests, deployment -> {
            if (!hasDatabase(deployment)) {
                return Stream.empty();
            }
            var image = container(deployment).path("image");
            var job = manifests
                    .kind("Job")
                    .anyMatch(candidate -> name(candidate).startsWith(serviceOf(deployment) + "-migration-")
                            && name(candidate).endsWith("-" + version(deployment))
                            && container(candidate).path("image").equals(image)
                            && pod(candidate).path("restartPolicy").asText().equals("Never")
                            && environment(candidate, "QUARKUS_INIT_AND_EXIT").equals("true")
                            && environment(candidate, "QUARKUS_FLYWAY_MIGRATE_AT_START")
                                    .equals("true"));
            return job && environment(deployment, "ORDERFLOW_DATABASE_MIGRATE").equals("false")
                    ? Stream.empty()
                    : Stream.of("no job of its release migrates, or the replicas do");
        });
    }

    private static String version(JsonNode deployment) {
        return deployment
                .at("/spec/template/metadata/labels")
                .path("app.kubernetes.io/version")
                .asText("?");
    }

    private static String environment(JsonNode workload, String variable) {
        return each(container(workload).path("env"))
                .filter(entry -> entry.path("name").asText().equals(variable))
                .map(entry -> entry.path("value").asText())
                .findFirst()
                .orElse("");
    }

    static boolean hasDatabase(JsonNode object) {
        return Project.WITH_DATABASE.contains(serviceOf(object));
    }

    static String serviceOf(JsonNode object) {
        return object.at("/metadata/labels").path("app.kubernetes.io/name").asText();
    }

    /** Which has no database, no broker and no tokens of its own to check. */
    static boolean isConsole(JsonNode deployment) {
        return serviceOf(deployment).equals(Project.CONSOLE);
    }

    private static JsonNode pod(JsonNode workload) {
        return workload.at("/spec/template/spec");
    }

    private static JsonNode container(JsonNode workload) {
        return pod(workload).at("/containers/0");
    }

    private static long seconds(String duration) {
        return Duration.parse("PT" + duration).toSeconds();
    }

    private static Stream<String> perDeployment(Manifests manifests, Function<JsonNode, Stream<String>> rule) {
        return manifests
                .kind("Deployment")
                .flatMap(deployment -> rule.apply(deployment).map(fault -> title(deployment) + ": " + fault));
    }
}
