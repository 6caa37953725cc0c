package dev.orderflow.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): members of the patch replace those of the target, null takes one away. */
public final class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}

    /** Neither of them is changed. */
    public static JsonNode apply(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged =
                target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(member -> set(merged, member.getKey(), member.getValue()));
        return merged;
    }

    private static void set(ObjectNode merged, String name, JsonNode value) {
        if (value.isNull()) {
            merged.remove(name);
        } else {
            merged.set(name, apply(merged.path(name), value));
        }
    }
}
