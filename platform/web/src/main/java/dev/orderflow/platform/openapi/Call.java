package dev.orderflow.platform.openapi;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** An operation, and what follows from its description. */
record Call(PathItem.HttpMethod method, Operation operation) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    boolean needsToken() {
        return operation.getSecurity() != null && !operation.getSecurity().isEmpty();
    }

    /** Whether a token is not enough by itself. */
    boolean needsRole() {
        return needsToken()
                && operation.getSecurity().stream()
                        .flatMap(scheme -> scheme.getSchemes().values().stream())
                        .anyMatch(roles -> !roles.isEmpty());
    }

    boolean takes(In where) {
        return parameters().anyMatch(parameter -> parameter.getIn() == where);
    }

    boolean takesHeader(String name) {
        return parameters()
                .anyMatch(parameter ->
                        parameter.getIn() == In.HEADER && parameter.getName().equals(name));
    }

    /** Whether the key is the whole call's, and its answer is given again. */
    boolean isIdempotent() {
        return takesHeader(IDEMPOTENCY_KEY) && !operation.hasExtension(DescribedApi.KEY_PER_ENTRY);
    }

    /** Whether it is refused if what it is about has changed. */
    boolean isConditionalChange() {
        return takesHeader(HttpHeaders.IF_MATCH)
                || (takesHeader(HttpHeaders.IF_NONE_MATCH) && method != PathItem.HttpMethod.GET);
    }

    boolean isTagged() {
        return takesHeader(HttpHeaders.IF_NONE_MATCH) || takesHeader(HttpHeaders.IF_MATCH);
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    /** A preference among representations ({@code ;qs=0.5}) is no part of their names. */
    void nameTypesPlainly() {
        successes()
                .map(APIResponse::getContent)
                .filter(content -> content != null)
                .forEach(Call::nameTypesPlainly);
    }

    private static void nameTypesPlainly(Content content) {
        for (var type : List.copyOf(content.getMediaTypes().keySet())) {
            int end = type.indexOf(";qs=");
            if (end > 0) {
                content.addMediaType(type.substring(0, end), content.getMediaType(type));
                content.removeMediaType(type);
            }
        }
    }

    /** The schemas and examples of what a client sends. */
    Stream<MediaType> requests() {
        return Optional.ofNullable(operation.getRequestBody()).map(body -> body.getContent()).stream()
                .flatMap(content -> content.getMediaTypes().values().stream());
    }

    /** Whether it answers with something that a client may find unacceptable. */
    boolean answersWithContent() {
        return successes()
                .anyMatch(answer -> answer.getContent() != null
                        && !answer.getContent().getMediaTypes().isEmpty());
    }

    Stream<APIResponse> successes() {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(java.util.Map.Entry::getValue);
    }

    Optional<APIResponse> answer(String status) {
        return Optional.ofNullable(operation.getResponses().getAPIResponse(status));
    }

    Stream<Parameter> parameters() {
        return Optional.ofNullable(operation.getParameters()).stream().flatMap(List::stream);
    }
}
