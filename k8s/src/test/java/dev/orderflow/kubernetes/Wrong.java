package dev.orderflow.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One thing done wrong to the first object of a kind, at a place in it: a value, or nothing for its absence. */
record Wrong(String kind, String name, String place, String field, String value) {

    static Wrong set(String kind, String place, String field, String value) {
        return new Wrong(kind, "", place, field, value);
    }

    Manifests done(Manifests manifests) {
        return manifests.with(this::fits, object -> {
            var target = place.isEmpty() ? object : (ObjectNode) object.at(place);
            if (value == null) {
                target.remove(field);
            } else {
                target.set(field, Manifests.read(value));
            }
        });
    }

    /** What is to be absent has to be there before. */
    private boolean fits(JsonNode object) {
        var target = place.isEmpty() ? object : object.at(place);
        return object.path("kind").asText().equals(kind)
                && (name.isEmpty() || Manifests.name(object).equals(name))
                && target.isObject()
                && (value != null || target.has(field));
    }

    @Override
    public String toString() {
        return kind + (name.isEmpty() ? "" : " " + name) + " with " + place + "/" + field + " = " + value;
    }
}
