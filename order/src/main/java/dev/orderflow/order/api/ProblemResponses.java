package dev.orderflow.order.api;

import dev.orderflow.platform.problem.Problem;
import dev.orderflow.platform.problem.ProblemType;
import dev.orderflow.platform.problem.Problems;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation the refusals that follow from what it takes, so that a resource names only its own; every
 * refusal is described as a problem.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {

    private static final String PROBLEM = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(ProblemResponses::describe);
        var components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components.addSchema(PROBLEM, problem()));
    }

    private static void describe(Operation operation) {
        var responses = operation.getResponses();
        for (var problem : common(operation)) {
            String status = Integer.toString(problem.status());
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(problem.name()));
            }
        }
        responses.getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .forEach(response -> asProblem(response.getValue()));
    }

    private static List<ProblemType> common(Operation operation) {
        var problems = new ArrayList<>(List.of(Problems.UNAVAILABLE));
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            problems.addAll(List.of(Problems.UNAUTHENTICATED, Problems.FORBIDDEN, Problems.TOO_MANY_REQUESTS));
        }
        if (takes(operation, In.PATH)) {
            problems.add(Problems.NOT_FOUND);
        }
        if (takes(operation, In.QUERY)) {
            problems.add(Problems.INVALID_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(
                    List.of(Problems.INVALID_REQUEST, Problems.REQUEST_TOO_LARGE, Problems.UNSUPPORTED_MEDIA_TYPE));
        }
        return problems;
    }

    private static boolean takes(Operation operation, In where) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getIn).anyMatch(where::equals);
    }

    private static void asProblem(APIResponse response) {
        var schema = OASFactory.createSchema().ref(PROBLEM);
        Content content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema));
        response.setContent(content);
    }

    /** RFC 9457; what a problem says beside this is on the page that its type names. */
    private static Schema problem() {
        return object().addProperty("type", text())
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("instance", text())
                .addProperty("traceId", text())
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fieldError()));
    }

    private static Schema fieldError() {
        return object().addProperty("field", text()).addProperty("message", text());
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
