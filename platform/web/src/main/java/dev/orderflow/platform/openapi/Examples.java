package dev.orderflow.platform.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds the example of each operation that has one: {@code META-INF/openapi/<operationId>.json} of its module holds an
 * object with {@code parameters} (by their names), {@code request}, and an answer for each status that has a body.
 */
final class Examples {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClassLoader files;

    Examples(ClassLoader files) {
        this.files = files;
    }

    void describe(Collection<Call> calls) {
        calls.forEach(call -> describe(call, example(call.operation().getOperationId())));
    }

    private static void describe(Call call, Map<String, Object> example) {
        call.parameters()
                .filter(parameter -> parameters(example).containsKey(parameter.getName()))
                .forEach(parameter -> parameter.setExample(parameters(example).get(parameter.getName())));
        call.requests()
                .filter(media -> media.getExample() == null && example.containsKey("request"))
                .forEach(media -> media.setExample(example.get("request")));
        call.operation()
                .getResponses()
                .getAPIResponses()
                .forEach((status, answer) -> describe(answer, example.get(status)));
    }

    private static void describe(APIResponse answer, Object example) {
        if (example != null) {
            content(answer).getMediaTypes().forEach((type, media) -> {
                if (type.contains("json")) {
                    media.setExample(example);
                }
            });
        }
    }

    private static Content content(APIResponse answer) {
        return answer.getContent() == null ? OASFactory.createContent() : answer.getContent();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parameters(Map<String, Object> example) {
        return (Map<String, Object>) example.getOrDefault("parameters", Map.of());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> example(String operation) {
        try (var file = files.getResourceAsStream("META-INF/openapi/" + operation + ".json")) {
            return file == null ? Map.of() : JSON.readValue(file, Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the example of " + operation + " is no JSON", e);
        }
    }
}
