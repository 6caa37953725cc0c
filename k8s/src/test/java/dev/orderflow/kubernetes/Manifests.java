package dev.orderflow.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A list of Kubernetes objects. */
record Manifests(List<JsonNode> objects) {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** Anchors are resolved, as kustomize resolves them; a key that stands twice fails. */
    static Manifests parse(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var objects = new ArrayList<JsonNode>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            objects.add(MAPPER.valueToTree(document));
        }
        return new Manifests(List.copyOf(objects));
    }

    Stream<JsonNode> kind(String... kinds) {
        return objects.stream()
                .filter(object -> List.of(kinds).contains(object.path("kind").asText()));
    }

    /** The one object of a kind with a name. */
    JsonNode the(String kind, String name) {
        return kind(kind)
                .filter(object -> name(object).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    /** A copy in which the first object that fits is changed: what a policy must notice. */
    Manifests with(Predicate<JsonNode> which, Consumer<ObjectNode> change) {
        var changed = objects.stream().<JsonNode>map(JsonNode::deepCopy).toList();
        change.accept((ObjectNode) changed.stream().filter(which).findFirst().orElseThrow());
        return new Manifests(changed);
    }

    Manifests without(Predicate<JsonNode> which) {
        return new Manifests(objects.stream().filter(which.negate()).toList());
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String title(JsonNode object) {
        return object.path("kind").asText() + " " + name(object);
    }

    static Stream<JsonNode> each(JsonNode array) {
        return array.valueStream();
    }

    static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
