package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.title;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** What holds for every pod that these manifests start: the restricted profile of the Pod Security Standards, and more. */
final class PodPolicies {

    private static final String[] WORKLOADS = {"Deployment", "StatefulSet", "Job"};

    private static final List<String> VOLUMES = List.of("emptyDir", "secret", "projected", "configMap");

    private PodPolicies() {}

    static Stream<String> restricted(Manifests manifests) {
        return perContainer(
                manifests,
                (pod, container) -> expect(Map.of(
                        "runAsNonRoot", pod.at("/securityContext/runAsNonRoot").asBoolean(),
                        "no uid 0", pod.at("/securityContext/runAsUser").asInt() > 0,
                        "seccomp RuntimeDefault",
                                pod.at("/securityContext/seccompProfile/type")
                                        .asText()
                                        .equals("RuntimeDefault"),
                        "no privilege escalation", isFalse(container.at("/securityContext/allowPrivilegeEscalation")),
                        "not privileged",
                                !container.at("/securityContext/privileged").asBoolean(),
                        "drop ALL",
                                container
                                        .at("/securityContext/capabilities/drop")
                                        .toString()
                                        .equals("[\"ALL\"]"),
                        "no capability added",
                                container
                                        .at("/securityContext/capabilities/add")
                                        .isMissingNode(),
                        "read-only root",
                                container
                                        .at("/securityContext/readOnlyRootFilesystem")
                                        .asBoolean())));
    }

    static Stream<String> hostIsOutOfReach(Manifests manifests) {
        return perPod(
                manifests,
                pod -> Stream.concat(
                        Stream.of("hostNetwork", "hostPID", "hostIPC").filter(pod::has),
                        each(pod.path("volumes"))
                                .flatMap(volume -> volume.propertyStream().map(Map.Entry::getKey))
                                .filter(field -> !field.equals("name") && !VOLUMES.contains(field))));
    }

    static Stream<String> limited(Manifests manifests) {
        return perContainer(
                manifests,
                (pod, container) -> Stream.of("requests", "limits")
                        .flatMap(side -> Stream.of("cpu", "memory").map(what -> side + "/" + what))
                        .filter(path -> container.at("/resources/" + path).isMissingNode()));
    }

    /** A tag that says which one it is, or a digest. */
    static Stream<String> pinned(Manifests manifests) {
        return perContainer(
                manifests,
                (pod, container) -> Stream.of(container.path("image").asText())
                        .filter(image ->
                                !image.matches("[a-z0-9./:_-]*[a-z0-9](:[\\w.-]*\\d[\\w.-]*)?(@sha256:[0-9a-f]{64})?")
                                        || !image.matches(".*(:[^/]*\\d[^/]*|@sha256:.*)")
                                        || image.contains(":latest")));
    }

    static Stream<String> withoutToken(Manifests manifests) {
        var pods = perPod(
                manifests,
                pod -> isFalse(pod.path("automountServiceAccountToken"))
                                && !pod.path("serviceAccountName")
                                        .asText("default")
                                        .equals("default")
                        ? Stream.empty()
                        : Stream.of("a token, or the namespace's own account"));
        var accounts = manifests
                .kind("ServiceAccount")
                .filter(account -> !isFalse(account.path("automountServiceAccountToken")))
                .map(account -> title(account) + " hands out its token");
        return Stream.concat(pods, accounts);
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() && !node.asBoolean();
    }

    private static Stream<String> expect(Map<String, Boolean> facts) {
        return new TreeMap<>(facts)
                .entrySet().stream().filter(fact -> !fact.getValue()).map(Map.Entry::getKey);
    }

    private static Stream<String> perPod(Manifests manifests, Function<JsonNode, Stream<String>> rule) {
        return manifests
                .kind(WORKLOADS)
                .flatMap(workload ->
                        rule.apply(workload.at("/spec/template/spec")).map(fault -> title(workload) + ": " + fault));
    }

    private static Stream<String> perContainer(
            Manifests manifests, BiFunction<JsonNode, JsonNode, Stream<String>> rule) {
        return perPod(
                manifests,
                pod -> Stream.of("containers", "initContainers")
                        .flatMap(list -> each(pod.path(list)))
                        .flatMap(container -> rule.apply(pod, container)));
    }
}
