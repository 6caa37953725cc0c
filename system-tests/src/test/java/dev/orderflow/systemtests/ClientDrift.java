package dev.orderflow.systemtests;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.orderflow.systemtests.openapi.ServedApi;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where a type of the client and a schema of a document say different things. */
final class ClientDrift {

    private static final TypeFactory TYPES = TypeFactory.defaultInstance();

    /** Formats of texts that are read as something better. */
    private static final Set<String> TYPED = Set.of("uuid", "date-time");

    private static final Map<Class<?>, String> KNOWN = Map.ofEntries(
            Map.entry(UUID.class, "uuid"),
            Map.entry(Instant.class, "date-time"),
            Map.entry(String.class, "string"),
            Map.entry(BigDecimal.class, "string"),
            Map.entry(Map.class, "object"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(long.class, "integer"),
            Map.entry(Long.class, "integer"));

    private final ServedApi api;
    private final List<String> found = new ArrayList<>();

    private ClientDrift(ServedApi api) {
        this.api = api;
    }

    static List<String> between(JavaType type, JsonNode schema, ServedApi api) {
        var drift = new ClientDrift(api);
        drift.compare(type.getRawClass().getSimpleName(), type, schema);
        return drift.found;
    }

    private void compare(String where, JavaType type, JsonNode reference) {
        var schema = present(api.resolved(reference));
        var raw = type.getRawClass();
        if (raw == Optional.class) {
            compare(where, type.containedType(0), schema);
        } else if (Collection.class.isAssignableFrom(raw)) {
            expect(where, schema.path("type").asText(), "array");
            compare(where + "[]", type.getContentType(), schema.path("items"));
        } else if (raw.isEnum()) {
            compareEnum(where, raw, schema);
        } else if (raw.isRecord()) {
            compareRecord(where, type, schema);
        } else if (raw != JsonNode.class) {
            compareValue(where, raw, schema);
        }
    }

    /** Without the null that a merge patch may have. */
    private static JsonNode present(JsonNode schema) {
        return StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(each -> !each.path("type").asText().equals("null"))
                .findFirst()
                .orElse(schema);
    }

    private void compareEnum(String where, Class<?> type, JsonNode schema) {
        var known = Arrays.stream(type.getEnumConstants())
                .map(Object::toString)
                .filter(name -> !name.equals("UNKNOWN"))
                .collect(Collectors.toCollection(TreeSet::new));
        var served = new TreeSet<String>();
        schema.path("enum").forEach(value -> served.add(value.asText()));
        expect(where, served, known);
    }

    private void compareRecord(String where, JavaType type, JsonNode schema) {
        var members = members(type);
        var served = schema.path("properties");
        expect(where, names(served), new TreeSet<>(members.keySet()));
        schema.path("required").forEach(name -> {
            var member = members.get(name.asText());
            if (member != null && member.getRawClass() == Optional.class) {
                found.add(where + "." + name.asText() + " is never absent, but an Optional");
            }
        });
        members.forEach((name, member) -> {
            if (served.has(name)) {
                compare(where + "." + name, member, served.get(name));
            }
        });
    }

    private static Map<String, JavaType> members(JavaType type) {
        var members = new LinkedHashMap<String, JavaType>();
        for (var component : type.getRawClass().getRecordComponents()) {
            var member = TYPES.resolveMemberType(component.getGenericType(), type.getBindings());
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                members.putAll(members(member));
            } else if (!component.getAccessor().isAnnotationPresent(JsonAnySetter.class)) {
                members.put(name(component), member);
            }
        }
        return members;
    }

    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static TreeSet<String> names(JsonNode properties) {
        return properties.properties().stream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private void compareValue(String where, Class<?> type, JsonNode schema) {
        expect(where, served(schema), KNOWN.get(type));
        boolean tooSmall = type == int.class || type == Integer.class;
        if (tooSmall && schema.path("format").asText().equals("int64")) {
            found.add(where + " may be larger than an int");
        }
    }

    /** The format, where it makes another type of a text. */
    private static String served(JsonNode schema) {
        var format = schema.path("format").asText();
        return TYPED.contains(format) ? format : schema.path("type").asText();
    }

    private void expect(String where, Object served, Object known) {
        if (!Objects.equals(served, known)) {
            found.add("%s: served are %s, the client knows %s".formatted(where, served, known));
        }
    }
}
