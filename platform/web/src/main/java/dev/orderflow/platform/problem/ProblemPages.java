package dev.orderflow.platform.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The pages that the {@code type} of a problem points to. */
@Path("/problems")
@PermitAll
@Tag(name = "problems")
public class ProblemPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>%1$s</title></head>
            <body><h1>%1$s</h1><p><code>%2$s</code>, HTTP %3$d</p><p>%4$s</p></body>
            </html>
            """;

    private final ProblemCatalogue catalogue;

    @Inject
    ProblemPages(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Every problem that this service can answer with. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listProblems", summary = "Every problem that this service can answer with")
    @APIResponse(responseCode = "200", description = "In the order of their names")
    public Collection<ProblemType> all() {
        return catalogue.types();
    }

    /** What a problem means and what to do about it. */
    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getProblem", summary = "What a problem means and what to do about it")
    @APIResponse(responseCode = "200", description = "As JSON, or as a page for people")
    public ProblemType one(@PathParam("name") String name) {
        return catalogue.find(name).orElseThrow(() -> Problems.notFound("problem"));
    }

    /** The same for people. */
    @GET
    @Path("/{name}")
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    public String page(@PathParam("name") String name) {
        var type = one(name);
        return PAGE.formatted(type.title(), type.uri(), type.status(), escaped(type.explanation()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
