package dev.orderflow.contracts.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.GoldenFile;
import dev.orderflow.contracts.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is published as a schema must fit what is published as an event, in every version, and nothing that is broken. */
class GoldenFilesMatchTheirSchemasTest {

    private static final Map<String, Validation> PUBLISHED = PublishedFiles.ofTheContracts().schemas().stream()
            .collect(Collectors.toMap(EventSchema::name, schema -> new Validation(schema.json())));

    static List<GoldenFile> goldenFiles() {
        return GoldenFile.allIn("golden");
    }

    static List<GoldenFile> newestGoldenFiles() {
        return EventCatalog.all().stream().map(GoldenFile::of).toList();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void everyGoldenFileIsValid(GoldenFile file) {
        assertThat(errors(file, Json.tree(file.path()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aFieldThatANewerPeerAddedIsNoError(GoldenFile file) {
        var event = Json.tree(file.path());
        objects(event).forEach(object -> object.put("addedByANewerPeer", "x"));
        assertThat(errors(file, event)).isEmpty();
    }

    /** A number is always written, though Java takes its absence for 0. */
    @ParameterizedTest
    @MethodSource("newestGoldenFiles")
    void aMissingFieldIsAnErrorExactlyIfItsReaderNeedsIt(GoldenFile file) {
        eachField(file, (name, event, owner) -> {
            boolean number = owner.remove(name).isNumber();
            assertThat(errors(file, event).isEmpty())
                    .as("%s is valid without %s", file, name)
                    .isEqualTo(isReadable(file, event) && !number);
        });
    }

    /** Of an older version too, by way of its upcasters. A newer reader may need less than was promised then. */
    @ParameterizedTest
    @MethodSource("goldenFiles")
    void whateverIsValidWithoutAFieldIsReadable(GoldenFile file) {
        eachField(file, (name, event, owner) -> {
            owner.remove(name);
            assertThat(errors(file, event).isEmpty() && !isReadable(file, event))
                    .as("%s is valid without %s, but can't be read", file, name)
                    .isFalse();
        });
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void aValueOfAnotherTypeIsAnError(GoldenFile file) {
        eachField(file, (name, event, owner) -> {
            owner.set(name, owner.get(name).isTextual() ? Json.write(5) : Json.write("5"));
            assertThat(errors(file, event)).as("%s with another %s", file, name).isNotEmpty();
        });
    }

    private interface Mutation {
        void apply(String field, JsonNode event, ObjectNode owner);
    }

    /** Applies the mutation to each field of the event, at every depth, each time to a fresh copy. */
    private static void eachField(GoldenFile file, Mutation mutation) {
        int objects = objects(Json.tree(file.path())).size();
        for (int i = 0; i < objects; i++) {
            var names = new ArrayList<String>();
            objects(Json.tree(file.path())).get(i).fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                var event = Json.tree(file.path());
                mutation.apply(name, event, objects(event).get(i));
            }
        }
    }

    private static List<ObjectNode> objects(JsonNode root) {
        var found = new ArrayList<ObjectNode>();
        collect(root, found::add);
        return found;
    }

    private static void collect(JsonNode node, Consumer<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.accept(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, found));
        }
    }

    private static List<String> errors(GoldenFile file, JsonNode event) {
        var name = file.type() + ".v" + file.version();
        assertThat(PUBLISHED).as("to be recorded with %s", Publication.COMMAND).containsKey(name);
        return PUBLISHED.get(name).errors(event);
    }

    private static boolean isReadable(GoldenFile file, JsonNode json) {
        var event = EventCatalog.find(file.type()).orElseThrow();
        try {
            Json.read(event.upcast(Json.map(json), file.version()), event.eventClass());
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }
}
