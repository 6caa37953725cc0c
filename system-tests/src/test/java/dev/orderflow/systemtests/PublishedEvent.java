package dev.orderflow.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as another team sees it: it has the published schemas, and no code of ours. */
record PublishedEvent(ConsumerRecord<String, String> kafka) {

    private static final Path SCHEMAS = Path.of("../contracts/src/main/resources/META-INF/orderflow/schemas");

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    String type() {
        return header("ce_type");
    }

    String header(String name) {
        return new String(kafka.headers().lastHeader(name).value(), UTF_8);
    }

    JsonNode json() {
        return parsed(kafka.value());
    }

    /** The one that its headers name. */
    JsonNode schema() {
        try {
            return parsed(Files.readString(SCHEMAS.resolve("%s.v%s.json".formatted(type(), header("ce_dataversion")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its schema says against it. */
    List<String> errors() {
        return REGISTRY.getSchema(schema()).validate(json()).stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return kafka.topic() + " " + type() + " " + kafka.value();
    }
}
