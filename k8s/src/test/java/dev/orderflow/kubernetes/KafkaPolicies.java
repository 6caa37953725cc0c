package dev.orderflow.kubernetes;

import static dev.orderflow.kubernetes.Manifests.each;
import static dev.orderflow.kubernetes.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.kubernetes.Channels.Channel;
import dev.orderflow.messaging.topic.TopicSpec;
import dev.orderflow.platform.events.DeclaredTopics;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Topics, users and triggers are those that the code has: nothing is missing, and nothing is more. */
final class KafkaPolicies {

    private KafkaPolicies() {}

    static Stream<String> topicsAreTheOwners(Manifests manifests) {
        var declared = manifests.kind("KafkaTopic").map(KafkaPolicies::topic).collect(sorted());
        var wanted = Project.WITH_DATABASE.stream()
                .flatMap(service -> DeclaredTopics.of(service).stream())
                .filter(TopicSpec::owned)
                .map(topic -> topic(
                        topic.name(),
                        topic.partitions(),
                        new TreeSet<>(topic.settings().entrySet().stream()
                                .map(setting -> setting.getKey() + "=" + setting.getValue())
                                .toList())))
                .collect(sorted());
        return differences("topic", wanted, declared);
    }

    static Stream<String> usersMayDoWhatTheyDo(Manifests manifests) {
        var granted = manifests.kind("KafkaUser").flatMap(KafkaPolicies::acls).collect(sorted());
        var used = Stream.concat(Project.SERVICES.stream().flatMap(KafkaPolicies::used), scalers())
                .collect(sorted());
        return differences("ACL", used, granted);
    }

    static Stream<String> scaledByTheLagOfEveryGroup(Manifests manifests) {
        var wanted = scaling()
                .map(channel ->
                        "%s-service: %s reads %s".formatted(channel.service(), channel.group(), channel.topic()))
                .collect(sorted());
        var declared = manifests
                .kind("ScaledObject")
                .flatMap(scaled -> each(scaled.at("/spec/triggers"))
                        .map(trigger -> "%s: %s reads %s"
                                .formatted(
                                        scaled.at("/spec/scaleTargetRef/name").asText(),
                                        trigger.at("/metadata/consumerGroup").asText(),
                                        trigger.at("/metadata/topic").asText())))
                .collect(sorted());
        return differences("trigger", wanted, declared);
    }

    /** One hand at the wheel, and no replica without a partition. */
    static Stream<String> scaledByOneOnly(Manifests manifests) {
        var tooMany = manifests
                .kind("ScaledObject")
                .filter(scaled -> scaled.at("/spec/maxReplicaCount").asInt(100) > 12)
                .map(scaled -> name(scaled) + ": more replicas than partitions");
        var fixed = manifests
                .kind("Deployment")
                .filter(deployment -> deployment.at("/spec").has("replicas"))
                .map(deployment -> name(deployment) + ": each apply would set its replicas");
        var second = manifests.kind("HorizontalPodAutoscaler").map(scaler -> name(scaler) + ": beside KEDA");
        return Stream.of(tooMany, fixed, second).flatMap(each -> each);
    }

    static Stream<String> locked(Manifests manifests) {
        return manifests
                .kind("Kafka")
                .flatMap(kafka -> Stream.of(
                                check(kafka, "/spec/kafka/authorization/type", "simple"),
                                check(kafka, "/spec/kafka/config/auto.create.topics.enable", "false"),
                                each(kafka.at("/spec/kafka/listeners"))
                                        .filter(listener ->
                                                !listener.path("tls").asBoolean()
                                                        || !listener.at("/authentication/type")
                                                                .asText()
                                                                .equals("tls")
                                                        || listener.path("networkPolicyPeers")
                                                                .isEmpty())
                                        .map(listener -> "an open listener: "
                                                + listener.path("name").asText()))
                        .flatMap(each -> each));
    }

    private static Stream<String> check(JsonNode object, String path, String wanted) {
        var found = object.at(path).asText();
        return found.equals(wanted) ? Stream.empty() : Stream.of(path + " is " + found + ", not " + wanted);
    }

    private static Stream<String> used(String service) {
        var user = service + "-kafka: ";
        var own = Project.WITH_DATABASE.contains(service)
                ? DeclaredTopics.of(service).stream()
                        .filter(TopicSpec::owned)
                        .map(topic -> user + "topic " + topic.name() + " [Describe, Write]")
                : ofAStream(user, service + "-");
        var read = Channels.of(service).stream()
                .flatMap(channel -> Stream.concat(
                        topics(channel).map(topic -> user + "topic " + topic),
                        Stream.of(user + "group " + group(channel))));
        return Stream.concat(own, read);
    }

    /** How far a topic goes back is asked only where the inbox hangs on it. */
    private static Stream<String> topics(Channel channel) {
        return channel.pattern()
                ? owned().filter(topic -> topic.matches(channel.topic())).map(topic -> topic + " [Describe, Read]")
                : Stream.of(channel.topic() + " [Describe, DescribeConfigs, Read]");
    }

    private static Stream<String> owned() {
        return Project.WITH_DATABASE.stream()
                .flatMap(service -> DeclaredTopics.of(service).stream())
                .filter(TopicSpec::owned)
                .map(TopicSpec::name);
    }

    /** No customer waits for what a channel of many topics brings: it is read by whoever is there. */
    private static Stream<Channel> scaling() {
        return Channels.all().stream().filter(channel -> !channel.pattern());
    }

    /** Topics of its own for what it knows, which it makes by itself, and a transaction for each commit. */
    private static Stream<String> ofAStream(String user, String application) {
        return Stream.of(
                user + "topic " + application + "* [Create, Delete, Describe, DescribeConfigs, Read, Write]",
                user + "transactionalId " + application + "* [Describe, Write]");
    }

    /** A stream's is of any generation, and one that is over is deleted. */
    private static String group(Channel channel) {
        return Project.WITH_DATABASE.contains(channel.service())
                ? channel.group() + " [Read]"
                : channel.service() + "-* [Delete, Read]";
    }

    private static Stream<String> scalers() {
        return scaling()
                .flatMap(channel -> Stream.of(
                        "keda-kafka: topic " + channel.topic() + " [Describe]",
                        "keda-kafka: group " + channel.group() + " [Describe]"));
    }

    private static Stream<String> acls(JsonNode user) {
        return each(user.at("/spec/authorization/acls"))
                .map(acl -> "%s: %s %s %s"
                        .formatted(
                                name(user),
                                acl.at("/resource/type").asText(),
                                acl.at("/resource/patternType").asText().equals("literal")
                                        ? acl.at("/resource/name").asText()
                                        : acl.at("/resource/name").asText() + "*",
                                each(acl.path("operations"))
                                        .map(JsonNode::asText)
                                        .sorted()
                                        .toList()));
    }

    private static String topic(JsonNode topic) {
        var settings = topic.at("/spec/config")
                .propertyStream()
                .map(setting -> setting.getKey() + "=" + setting.getValue().asText())
                .collect(sorted());
        return topic(name(topic), topic.at("/spec/partitions").asInt(), settings);
    }

    private static String topic(String name, int partitions, Set<String> settings) {
        return name + ": " + partitions + " partitions, " + settings;
    }

    private static Stream<String> differences(String what, Set<String> wanted, Set<String> declared) {
        return Stream.concat(
                wanted.stream().filter(one -> !declared.contains(one)).map(one -> "missing " + what + " " + one),
                declared.stream().filter(one -> !wanted.contains(one)).map(one -> "unused " + what + " " + one));
    }

    private static Collector<String, ?, TreeSet<String>> sorted() {
        return Collectors.toCollection(TreeSet::new);
    }
}
