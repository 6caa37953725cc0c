package dev.orderflow.platform.openapi;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What a client sends holds nothing but what is named: another field is refused. Answers may grow. */
final class StrictRequests {

    private static final String PREFIX = "#/components/schemas/";

    private final Components components;
    private final Set<Schema> seen = new HashSet<>();

    StrictRequests(Components components) {
        this.components = components;
    }

    void close(Collection<Call> calls) {
        calls.stream()
                .flatMap(Call::requests)
                .map(MediaType::getSchema)
                .filter(schema -> schema != null)
                .forEach(this::close);
    }

    private void close(Schema schema) {
        if (schema.getRef() != null) {
            named(schema.getRef()).ifPresent(this::close);
        } else if (seen.add(schema)) {
            if (schema.getProperties() != null && schema.getAdditionalPropertiesSchema() == null) {
                schema.setAdditionalPropertiesBoolean(false);
            }
            parts(schema).forEach(this::close);
        }
    }

    private Optional<Schema> named(String reference) {
        return Optional.ofNullable(components.getSchemas())
                .map(schemas -> schemas.get(reference.substring(reference.startsWith(PREFIX) ? PREFIX.length() : 0)));
    }

    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        Optional.ofNullable(schema.getProperties()).map(Map::values).stream()
                                .flatMap(Collection::stream),
                        Optional.ofNullable(schema.getItems()).stream(),
                        Optional.ofNullable(schema.getAllOf()).stream().flatMap(List::stream))
                .flatMap(stream -> stream);
    }
}
