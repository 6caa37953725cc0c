package dev.orderflow.contracts.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.Json;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the records accept when they are read, found by trying it on complete samples. So a schema says what the code
 * does, and a constructor that asks for more or for less shows up as a change of the schema.
 */
final class Tolerance {

    private static final String NEWER_CONSTANT = "\"A_NEWER_CONSTANT\"";

    private final Map<Class<?>, ObjectNode> complete = new HashMap<>();

    Tolerance(Collection<?> samples) {
        samples.forEach(this::collect);
    }

    /** Whether reading fails without the field. A number is always written, so a reader that takes its absence for 0 is no excuse. */
    boolean requires(RecordComponent field) {
        var type = field.getType();
        return type.isPrimitive() ? type != boolean.class : !isReadable(field, null);
    }

    /** The least whole number that is accepted; empty if negative ones are. */
    OptionalInt minimum(RecordComponent field) {
        return isReadable(field, Json.write(-1))
                ? OptionalInt.empty()
                : IntStream.of(0, 1)
                        .filter(value -> isReadable(field, Json.write(value)))
                        .findFirst();
    }

    /** Whether an enum's reader gets by with a constant that only a newer peer knows. */
    boolean isExtensible(Class<?> enumeration) {
        return isReadable(NEWER_CONSTANT, enumeration);
    }

    private boolean isReadable(RecordComponent field, JsonNode value) {
        var json = sample(field).deepCopy();
        if (value == null) {
            json.remove(field.getName());
        } else {
            json.set(field.getName(), value);
        }
        return isReadable(json.toString(), field.getDeclaringRecord());
    }

    private static boolean isReadable(String json, Class<?> type) {
        try {
            Json.read(json, type);
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private ObjectNode sample(RecordComponent field) {
        var json = complete.get(field.getDeclaringRecord());
        if (json == null || !json.has(field.getName())) {
            throw new AssertionError(
                    "no sample sets %s.%s".formatted(field.getDeclaringRecord().getSimpleName(), field.getName()));
        }
        return json;
    }

    private void collect(Object value) {
        if (value instanceof Collection<?> items) {
            items.forEach(this::collect);
        } else if (value instanceof Record
                && complete.putIfAbsent(value.getClass(), (ObjectNode) Json.write(value)) == null) {
            for (var field : value.getClass().getRecordComponents()) {
                collect(valueOf(field, value));
            }
        }
    }

    private static Object valueOf(RecordComponent field, Object owner) {
        try {
            field.getAccessor().setAccessible(true);
            return field.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
