package dev.orderflow.platform.openapi;

import dev.orderflow.platform.problem.Problem;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Names each operation's refusals: those that its resource names by the names of their problems, and those that follow
 * from what it takes. Each is a problem whose {@code type} is one of those names.
 */
final class Refusals {

    private static final Pattern NAMES = Pattern.compile("[a-z]+(-[a-z]+)*(, [a-z]+(-[a-z]+)*)*");

    /** The last two also where no body is taken: what watches over bodies stands before all operations. */
    private static final List<ProblemType> EVERYWHERE = List.of(
            Problems.INVALID_REQUEST, Problems.UNAVAILABLE, Problems.REQUEST_TIMEOUT, Problems.REQUEST_TOO_LARGE);

    private final Components components;

    Refusals(Components components) {
        this.components = components;
        components.addSchema(ProblemSchema.NAME, ProblemSchema.create());
    }

    void describe(Collection<Call> calls) {
        calls.forEach(this::describe);
    }

    private void describe(Call call) {
        named(call)
                .forEach((status, names) ->
                        call.operation().getResponses().addAPIResponse(status, answer(status, names)));
    }

    /** By status; what the resource names comes first. */
    private Map<String, Set<String>> named(Call call) {
        var named = new TreeMap<String, Set<String>>();
        call.operation().getResponses().getAPIResponses().forEach((status, answer) -> {
            if (status.compareTo("400") >= 0) {
                named.put(status, new LinkedHashSet<>(names(answer)));
            }
        });
        common(call)
                .forEach(type -> named.computeIfAbsent(Integer.toString(type.status()), status -> new LinkedHashSet<>())
                        .add(type.name()));
        return named;
    }

    /** None if it is described in other words, as Quarkus does by itself for 401 and 403. */
    private static List<String> names(APIResponse answer) {
        var text = answer.getDescription();
        return text != null && NAMES.matcher(text).matches() ? List.of(text.split(", ")) : List.of();
    }

    private List<ProblemType> common(Call call) {
        var types = new ArrayList<>(EVERYWHERE);
        add(types, call.needsToken(), Problems.UNAUTHENTICATED);
        add(types, call.needsRole(), Problems.FORBIDDEN);
        add(types, call.needsToken(), Problems.TOO_MANY_REQUESTS);
        add(types, call.takes(In.PATH), Problems.NOT_FOUND);
        add(types, call.hasBody(), Problems.UNSUPPORTED_MEDIA_TYPE);
        add(types, call.answersWithContent(), Problems.NOT_ACCEPTABLE);
        add(types, call.isConditionalChange(), Problems.PRECONDITION_FAILED);
        add(types, call.isIdempotent(), Problems.REQUEST_IN_PROGRESS);
        add(types, call.isIdempotent(), Problems.IDEMPOTENCY_KEY_REUSED);
        return types;
    }

    private static void add(List<ProblemType> types, boolean follows, ProblemType type) {
        if (follows) {
            types.add(type);
        }
    }

    /** The same refusal of many operations is described once. */
    private APIResponse answer(String status, Set<String> names) {
        var name = String.join(".", names.isEmpty() ? Set.of("status-" + status) : names);
        if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
            components.addResponse(name, response(Integer.parseInt(status), names));
        }
        return OASFactory.createAPIResponse().ref(name);
    }

    private static APIResponse response(int status, Set<String> names) {
        var content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(ProblemSchema.of(status, names)));
        var response = OASFactory.createAPIResponse()
                .description(String.join(", ", names))
                .content(content);
        AnswerHeaders.ofRefusal(status).forEach(response::addHeader);
        return response;
    }
}
