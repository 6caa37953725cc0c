package dev.orderflow.contracts.published;

import static dev.orderflow.contracts.CloudEventHeaders.*;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.CloudEventHeaders;
import dev.orderflow.contracts.GoldenFile;
import dev.orderflow.contracts.Json;
import java.util.List;

/** A message per event and version: its CloudEvents headers, its key, and where the schema of its JSON is. */
final class Messages {

    private static final List<String> ALWAYS_THERE =
            List.of(SPEC_VERSION, ID, TYPE, SOURCE, SUBJECT, TIME, DATA_VERSION, CONTENT_TYPE);

    private final Javadoc javadoc;

    Messages(Javadoc javadoc) {
        this.javadoc = javadoc;
    }

    ObjectNode components(List<EventSchema> schemas) {
        var components = JsonNodeFactory.instance.objectNode();
        var messages = components.putObject("messages");
        schemas.forEach(schema -> messages.set(schema.name(), message(schema)));
        components.putObject("schemas").set("cloudEventHeaders", headers());
        return components;
    }

    private static ObjectNode message(EventSchema schema) {
        var message = JsonNodeFactory.instance.objectNode().put("name", schema.type());
        message.set("title", schema.json().get("title"));
        message.set("description", schema.json().get("description"));
        message.set("headers", headersOf(schema));
        message.putObject("payload").put("$ref", "./schemas/" + schema.name() + ".json");
        message.putArray("examples")
                .addObject()
                .set("payload", Json.tree(golden(schema).path()));
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", schema.key());
        kafka.put("bindingVersion", AsyncApi.KAFKA_BINDING);
        return message;
    }

    private static GoldenFile golden(EventSchema schema) {
        return GoldenFile.of(schema.type(), schema.version());
    }

    private static ObjectNode headersOf(EventSchema schema) {
        var headers = JsonNodeFactory.instance.objectNode();
        var parts = headers.putArray("allOf");
        parts.add(AsyncApi.reference("/components/schemas/cloudEventHeaders"));
        var own = parts.addObject().put("type", "object").putObject("properties");
        own.putObject(TYPE).put("const", schema.type());
        own.putObject(DATA_VERSION).put("const", Integer.toString(schema.version()));
        own.putObject(SOURCE).put("const", source(schema.topic().owner()));
        return headers;
    }

    private ObjectNode headers() {
        var headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        var properties = headers.putObject("properties");
        describe(properties, SPEC_VERSION, "SPEC_VERSION").put("const", SPEC_VERSION_1_0);
        describe(properties, ID, "ID").put("format", "uuid");
        describe(properties, TYPE, "TYPE");
        describe(properties, SOURCE, "SOURCE");
        describe(properties, SUBJECT, "SUBJECT");
        describe(properties, TIME, "TIME").put("format", "date-time");
        describe(properties, DATA_VERSION, "DATA_VERSION").put("pattern", "^[1-9][0-9]*$");
        describe(properties, CONTENT_TYPE, "CONTENT_TYPE").put("const", APPLICATION_JSON);
        describe(properties, TRACE_PARENT, "TRACE_PARENT");
        describe(properties, TRACE_STATE, "TRACE_STATE");
        ALWAYS_THERE.forEach(headers.putArray("required")::add);
        return headers;
    }

    private ObjectNode describe(ObjectNode properties, String header, String constant) {
        return properties
                .putObject(header)
                .put("type", "string")
                .put(
                        "description",
                        javadoc.ofMember(CloudEventHeaders.class, constant).orElseThrow());
    }
}
