package dev.orderflow.contracts.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates as a strict reader does: formats count. */
final class Validation {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Schema schema;

    Validation(JsonNode schema) {
        this.schema = SCHEMAS.getSchema(schema);
    }

    List<String> errors(JsonNode json) {
        return schema.validate(json).stream().map(Error::toString).toList();
    }
}
