package dev.orderflow.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Which query parameters an operation has: those that the served description names, so that neither knows one that the
 * other does not. Read with the first request that has a query: filters are made before there is a description.
 */
@ApplicationScoped
class DescribedQueries {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<String>> names = new HashMap<>();

    @Inject
    DescribedQueries(OpenApiDocumentService descriptions) {
        var document = read(descriptions.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(call -> names.put(key(call.getKey(), path.getKey()), queries(call.getValue()))));
    }

    /** @param path with its parameters' names in braces */
    Optional<Set<String>> of(String method, String path) {
        return Optional.ofNullable(names.get(key(method, path)));
    }

    private static JsonNode read(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of this service is no JSON", e);
        }
    }

    private static Set<String> queries(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String key(String method, String path) {
        return method.toLowerCase(java.util.Locale.ROOT) + " " + path;
    }
}
