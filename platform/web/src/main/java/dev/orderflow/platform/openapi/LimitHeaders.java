package dev.orderflow.platform.openapi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * What is left of a customer's calls, beside every answer that is given behind the rate limit. Never required: operators
 * have no limit, and nobody has one while its store is away.
 */
final class LimitHeaders {

    private static final String POLICY = "RateLimit-Policy";
    private static final String STATE = "RateLimit";

    /** Given before anything is counted; the others may be, or may not. */
    private static final String UNAUTHENTICATED = "401";

    private LimitHeaders() {}

    static void describe(Components components, Collection<Call> calls) {
        components.addHeader(
                POLICY,
                header(
                        "^\"(reads|writes)\";q=[0-9]+;w=[0-9]+$",
                        "So many calls (q) in so many seconds (w): draft-ietf-httpapi-ratelimit-headers"));
        components.addHeader(
                STATE,
                header(
                        "^\"(reads|writes)\";r=[0-9]+;t=[0-9]+$",
                        "How many are left (r), and in how many seconds (t)"
                                + " it will be all again; not for operators"));
        calls.stream()
                .filter(Call::needsToken)
                .flatMap(LimitHeaders::answers)
                .map(answer -> resolved(answer, components))
                .forEach(LimitHeaders::describe);
    }

    private static Stream<APIResponse> answers(Call call) {
        return call.operation().getResponses().getAPIResponses().entrySet().stream()
                .filter(answer -> !answer.getKey().equals(UNAUTHENTICATED))
                .map(Map.Entry::getValue);
    }

    /** Refusals are described once for all who have them. */
    private static APIResponse resolved(APIResponse answer, Components components) {
        return Optional.ofNullable(answer.getRef())
                .map(reference -> components.getResponses().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .orElse(answer);
    }

    private static void describe(APIResponse answer) {
        List.of(POLICY, STATE)
                .forEach(
                        name -> answer.addHeader(name, OASFactory.createHeader().ref(name)));
    }

    private static Header header(String pattern, String description) {
        var schema = OASFactory.createSchema().addType(SchemaType.STRING).pattern(pattern);
        return OASFactory.createHeader()
                .description(description)
                .required(false)
                .schema(schema);
    }
}
