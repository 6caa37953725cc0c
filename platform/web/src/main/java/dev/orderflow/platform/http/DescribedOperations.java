package dev.orderflow.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.platform.openapi.DescribedApi;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * What the served description says of an operation, for filters that hold to it: so neither knows a parameter, or limits a
 * call, that the other does not. Read when it is first asked: filters are made before there is a description.
 */
@ApplicationScoped
public class DescribedOperations {

    /**
     * @param queries the query parameters that it has
     * @param takesAnyQuery whether others don't matter
     * @param needsToken whether not everybody may call it
     */
    public record Described(Set<String> queries, boolean takesAnyQuery, boolean needsToken) {}

    /** In no description: another replica makes the address, and the operation itself looks at what it is asked. */
    private static final Described BETWEEN_REPLICAS = new Described(Set.of(), true, true);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Described> operations = new HashMap<>();

    @Inject
    DescribedOperations(OpenApiDocumentService descriptions) {
        var document = read(descriptions.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(
                                call -> operations.put(key(call.getKey(), path.getKey()), described(call.getValue()))));
    }

    /** The one that the present request has been found to mean. No service is built whose description lacks one. */
    public Described current() {
        var operation = CurrentRequestManager.get().getTarget();
        return of(operation.getHttpMethod(), path(operation));
    }

    /**
     * For what is answered beside the resources.
     *
     * @param path as it is described
     */
    public Described of(String method, String path) {
        if (path.startsWith(DescribedApi.BETWEEN_REPLICAS)) {
            return BETWEEN_REPLICAS;
        }
        var name = key(method, path);
        return Optional.ofNullable(operations.get(name))
                .orElseThrow(() -> new IllegalStateException(name + " is not described"));
    }

    private static JsonNode read(byte[] document) {
        try {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException("the description of this service is no JSON", e);
        }
    }

    private static Described described(JsonNode operation) {
        var queries = StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
        return new Described(
                queries,
                operation.path(DescribedApi.ANY_QUERY).asBoolean(),
                !operation.path("security").isEmpty());
    }

    private static String path(RuntimeResource operation) {
        return Stream.of(operation.getClassPath(), operation.getPath())
                .flatMap(part -> Optional.ofNullable(part).stream())
                .map(part -> part.template)
                .filter(part -> !part.equals("/"))
                .reduce("", String::concat);
    }

    private static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
