package dev.orderflow.contracts.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.contracts.Event;
import dev.orderflow.contracts.EventCatalog;
import dev.orderflow.contracts.EventDescriptor;
import dev.orderflow.contracts.Json;
import dev.orderflow.contracts.Samples;
import dev.orderflow.contracts.Topic;
import java.util.List;

/** The JSON Schema of one event type at one version, which also says where the event is published and by which key. */
record EventSchema(JsonNode json) {

    /** One for each event of the catalogue, as its record is now. */
    static List<EventSchema> ofTheCatalogue(Javadoc javadoc) {
        var samples = EventCatalog.all().stream().map(Samples::of).toList();
        var schemas = new RecordSchemas(javadoc, new Tolerance(samples));
        return EventCatalog.all().stream()
                .map(event -> of(event, Samples.of(event), schemas))
                .toList();
    }

    static EventSchema of(EventDescriptor event, Event sample, RecordSchemas schemas) {
        ObjectNode body = schemas.of(event.eventClass());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("$schema", body.get("$schema"));
        json.put("$id", "urn:orderflow:%s:v%d".formatted(event.type(), event.version()));
        json.set("title", body.get("title"));
        json.set("description", body.get("description"));
        json.put(Keywords.TYPE, event.type())
                .put(Keywords.VERSION, event.version())
                .put(Keywords.TOPIC, event.topic().topicName())
                .put(Keywords.KEY, keyField(sample));
        for (String part : List.of("type", "properties", "required", "$defs")) {
            if (body.has(part)) {
                json.set(part, body.get(part));
            }
        }
        return new EventSchema(Json.write(json));
    }

    String type() {
        return json.get(Keywords.TYPE).asText();
    }

    int version() {
        return json.get(Keywords.VERSION).asInt();
    }

    Topic topic() {
        return Topic.named(json.get(Keywords.TOPIC).asText()).orElseThrow();
    }

    /** Topic and key, {@code order-events by orderId} for instance. */
    String address() {
        return json.get(Keywords.TOPIC).asText() + " by "
                + json.get(Keywords.KEY).asText();
    }

    /** The schema of the field that the Kafka key repeats. */
    JsonNode key() {
        return json.get("properties").get(json.get(Keywords.KEY).asText());
    }

    /** The Kafka key of an event. */
    String keyOf(JsonNode event) {
        return event.get(json.get(Keywords.KEY).asText()).asText();
    }

    /** {@code orderflow.order.placed.v1} for instance: what the files are called, like the golden ones. */
    String name() {
        return type() + ".v" + version();
    }

    private static String keyField(Event sample) {
        return Json.write(sample).properties().stream()
                .filter(field -> field.getValue().asText().equals(sample.key()))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Override
    public String toString() {
        return name();
    }
}
