package dev.orderflow.contracts.published;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What other teams get, under {@code META-INF/orderflow} in the jar and in the repository: a schema per event and
 * version, and the AsyncAPI document. It is committed, so that a change of the wire is seen in a review and an old
 * version outlives the record that it came from.
 */
record PublishedFiles(Path root) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    static PublishedFiles ofTheContracts() {
        return new PublishedFiles(Path.of("src/main/resources/META-INF/orderflow"));
    }

    Path schema(EventSchema schema) {
        return root.resolve("schemas").resolve(schema.name() + ".json");
    }

    Path asyncApi() {
        return root.resolve("asyncapi.yaml");
    }

    List<EventSchema> schemas() {
        try (var files = Files.list(Files.createDirectories(root.resolve("schemas")))) {
            return files.sorted().map(file -> new EventSchema(read(JSON, file))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode asyncApiTree() {
        return read(YAML, asyncApi());
    }

    void write(EventSchema schema) throws IOException {
        var separators = Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter(separators).withObjectIndenter(indenter);
        write(schema(schema), JSON.writer(printer).writeValueAsString(schema.json()) + "\n");
    }

    void writeAsyncApi(JsonNode document) throws IOException {
        write(asyncApi(), YAML.writeValueAsString(document));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
