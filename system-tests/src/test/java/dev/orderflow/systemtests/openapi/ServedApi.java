package dev.orderflow.systemtests.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A service's OpenAPI 3.1 document, whose schemas are JSON Schema 2020-12. */
public final class ServedApi {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final String service;
    private final String baseUrl;
    private final JsonNode document;
    private final JsonNode closedComponents;
    private final Addresses addresses;
    private final Map<JsonNode, Schema> open = new ConcurrentHashMap<>();
    private final Map<JsonNode, Schema> closed = new ConcurrentHashMap<>();

    public ServedApi(String service, String baseUrl, JsonNode document) {
        this.service = service;
        this.baseUrl = baseUrl;
        this.document = document;
        this.closedComponents = closed(document.path("components").deepCopy());
        this.addresses = new Addresses(calls());
    }

    Addresses addresses() {
        return addresses;
    }

    public String service() {
        return service;
    }

    public String baseUrl() {
        return baseUrl;
    }

    public JsonNode document() {
        return document;
    }

    /** Every operation. */
    public List<ApiCall> calls() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .map(method -> new ApiCall(
                                this,
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue())))
                .toList();
    }

    /** What a reference leads to. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(document.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** What does not fit. */
    public List<String> errors(JsonNode schema, JsonNode json) {
        return errors(open.computeIfAbsent(schema, it -> compiled(it, document.path("components"))), json);
    }

    /** As {@link #errors}; a member that is not described does not fit either. */
    public List<String> errorsOfClosed(JsonNode schema, JsonNode json) {
        return errors(closed.computeIfAbsent(schema, it -> compiled(closed(it.deepCopy()), closedComponents)), json);
    }

    private static List<String> errors(Schema schema, JsonNode json) {
        return schema.validate(json).stream().map(Error::toString).limit(5).toList();
    }

    private static Schema compiled(JsonNode schema, JsonNode components) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.putArray("allOf").add(schema);
        whole.set("components", components);
        return SCHEMAS.getSchema(whole);
    }

    /** Problems have members of their own: RFC 9457 leaves them open. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean closable = object.path("properties").isObject() && !object.has("additionalProperties");
            if (closable && !isProblem(object)) {
                object.put("additionalProperties", false);
            }
        }
        Stream.of(node)
                .flatMap(parent -> {
                    var children = Stream.<JsonNode>builder();
                    parent.forEach(children);
                    return children.build();
                })
                .forEach(ServedApi::closed);
        return node;
    }

    private static boolean isProblem(JsonNode schema) {
        return schema.at("/properties/status").isObject()
                        && schema.at("/properties/type").isObject()
                || schema.at("/properties/status/const").isInt();
    }
}
