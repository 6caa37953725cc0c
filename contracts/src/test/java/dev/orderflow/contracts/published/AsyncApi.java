package dev.orderflow.contracts.published;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.Topic;
import dev.orderflow.contracts.Topics;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The AsyncAPI 3.0 document: a channel per topic with its key and its messages, who sends there, and the headers. It is
 * made of the schemas, to which it refers by file.
 */
final class AsyncApi {

    static final String KAFKA_BINDING = "0.5.0";

    private static final String ABOUT = """
            What the services of Orderflow publish. Events are CloudEvents 1.0 in binary mode: the headers say what it is,
            the value is its JSON. Delivery is at least once and in order per key. A version only gains optional fields;
            anything else is a new version, which has a message of its own.""";

    private final List<EventSchema> schemas;
    private final Javadoc javadoc;
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private AsyncApi(List<EventSchema> schemas, Javadoc javadoc) {
        this.schemas = schemas;
        this.javadoc = javadoc;
    }

    /** @param schemas every version of every event that a reader may meet */
    static ObjectNode of(List<EventSchema> schemas, Javadoc javadoc) {
        var api = new AsyncApi(schemas, javadoc);
        api.describe();
        Arrays.stream(Topic.values()).forEach(api::addTopic);
        api.addDeadLetters();
        var messages = new Messages(javadoc);
        api.document.set("components", messages.components(schemas));
        return api.document;
    }

    private void describe() {
        document.put("asyncapi", "3.0.0");
        var info = document.putObject("info");
        info.put("title", "Orderflow events").put("version", "1.0.0").put("description", ABOUT.replace('\n', ' '));
        info.putObject("license").put("name", "Apache-2.0").put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", CloudEventHeaders.APPLICATION_JSON);
        document.putObject("servers")
                .putObject("development")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "what ./run starts on one machine");
        document.putObject("channels");
        document.putObject("operations");
    }

    private void addTopic(Topic topic) {
        var channel = channel(topic.topicName(), topic.topicName());
        channel.put("description", javadoc.of(sealedInterface(topic)).orElseThrow());
        var messages = channel.putObject("messages");
        on(topic).forEach(schema -> messages.set(schema.name(), reference("/components/messages/" + schema.name())));
        channel.set("bindings", binding(topic));
        var operation = operation(topic.owner() + "-sends-" + topic.topicName(), topic.topicName());
        operation.put("summary", "Only %s publishes here.".formatted(topic.owner()));
    }

    /** Not part of the catalogue: what a letter says is for tools of this system and may change. */
    private void addDeadLetters() {
        var channel = channel("dead-letters", Topics.deadLetters("{service}"));
        channel.put("description", javadoc.ofMember(Topics.class, "deadLetters").orElseThrow());
        var services = channel.putObject("parameters").putObject("service").putArray("enum");
        Arrays.stream(Topic.values()).map(Topic::owner).distinct().forEach(services::add);
        operation("service-sends-dead-letters", "dead-letters").put("summary", "Each service publishes to its own.");
    }

    private ObjectNode channel(String name, String address) {
        return document.withObject("/channels").putObject(name).put("address", address);
    }

    private ObjectNode operation(String name, String channel) {
        var operation = document.withObject("/operations").putObject(name).put("action", "send");
        operation.set("channel", reference("/channels/" + channel));
        return operation;
    }

    private Stream<EventSchema> on(Topic topic) {
        return schemas.stream().filter(schema -> schema.topic() == topic);
    }

    private static Class<?> sealedInterface(Topic topic) {
        return EventCatalog.on(topic).getFirst().eventClass().getInterfaces()[0];
    }

    private static ObjectNode binding(Topic topic) {
        var bindings = JsonNodeFactory.instance.objectNode();
        var kafka = bindings.putObject("kafka").put("topic", topic.topicName()).put("partitions", Topics.PARTITIONS);
        kafka.putObject("topicConfiguration").putArray("cleanup.policy").add(topic.compacted() ? "compact" : "delete");
        kafka.put("bindingVersion", KAFKA_BINDING);
        return bindings;
    }

    static ObjectNode reference(String pointer) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#" + pointer);
    }
}
