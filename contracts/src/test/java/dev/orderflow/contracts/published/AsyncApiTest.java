package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import dev.orderflow.contracts.Json;
import dev.orderflow.contracts.Topic;
import dev.orderflow.contracts.Topics;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The document as other teams' tools will read it. */
class AsyncApiTest {

    /** The AsyncAPI initiative's own (see the README beside it). */
    private static final Validation SPECIFICATION =
            new Validation(Json.tree(Path.of("src/test/resources/asyncapi/3.0.0-without-id.json")));

    private final PublishedFiles files = PublishedFiles.ofTheContracts();
    private final JsonNode document = files.asyncApiTree();

    @Test
    void isValidAsyncApi3() {
        assertThat(SPECIFICATION.errors(document)).isEmpty();
    }

    @Test
    void aBrokenDocumentIsNot() {
        assertThat(List.<Consumer<ObjectNode>>of(
                        api -> api.remove("info"),
                        api -> api.put("asyncapi", "2.6.0"),
                        api -> api.withObject("/channels/order-events").put("address", 5),
                        api -> api.withObject("/channels/order-events/bindings/kafka")
                                .put("partitions", "many"),
                        api -> api.withObject("/operations/order-sends-order-events")
                                .put("action", "publish"),
                        api -> api.withObject("/channels/order-events").put("topic", "order-events")))
                .allSatisfy(mutation -> {
                    ObjectNode broken = document.deepCopy();
                    mutation.accept(broken);
                    assertThat(SPECIFICATION.errors(broken)).isNotEmpty();
                });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = document.findValuesAsText("$ref");
        assertThat(references).hasSizeGreaterThan(EventCatalog.all().size());
        assertThat(references).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isObject()).isTrue();
            } else {
                assertThat(files.root().resolve(reference)).matches(Files::isRegularFile);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicIsAChannelThatItsOwnerSendsTo(Topic topic) {
        var channel = document.at("/channels/" + topic.topicName());
        assertThat(channel.get("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(Topics.PARTITIONS);
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText())
                .isEqualTo(topic.compacted() ? "compact" : "delete");
        assertThat(channel.get("messages").size())
                .isEqualTo(EventCatalog.on(topic).stream()
                        .mapToInt(EventDescriptor::version)
                        .sum());
        assertThat(document.at("/operations/%s-sends-%s/action".formatted(topic.owner(), topic.topicName()))
                        .asText())
                .isEqualTo("send");
    }

    @Test
    void everyHeaderIsDescribed() throws IllegalAccessException {
        var headers = document.at("/components/schemas/cloudEventHeaders");
        var names = new ArrayList<String>();
        for (Field constant : CloudEventHeaders.class.getFields()) {
            names.add((String) constant.get(null));
        }
        names.removeAll(List.of(CloudEventHeaders.SPEC_VERSION_1_0, CloudEventHeaders.APPLICATION_JSON));
        assertThat(headers.get("properties").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void deadLettersHaveATopicPerService() {
        var channel = document.at("/channels/dead-letters");
        assertThat(channel.get("address").asText()).isEqualTo("{service}-dead-letters");
        assertThat(channel.at("/parameters/service/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(Topic::owner)
                        .distinct()
                        .toList());
    }
}
