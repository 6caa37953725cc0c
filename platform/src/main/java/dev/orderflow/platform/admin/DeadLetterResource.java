package dev.orderflow.platform.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orderflow.messaging.deadletter.LetterQueries;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service could not handle, and what waits behind it. */
@Path("/admin/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@PrivateData
@Tag(name = "dead letters")
public class DeadLetterResource {

    private final LetterQueries letters;
    private final ObjectMapper mapper;

    @Inject
    DeadLetterResource(LetterQueries letters, ObjectMapper mapper) {
        this.letters = letters;
        this.mapper = mapper;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Dead letters, newest first")
    @APIResponse(responseCode = "200", description = "A page; \"next\" is the address of the one after it")
    public Uni<Page<LetterView>> list(@BeanParam LetterQuery query, @Context UriInfo request) {
        var page = PageRequest.of(query.cursor, query.limit);
        var before = page.cursor().map(DeadLetterResource::position).orElse(null);
        return letters.list(query.filter(), before, page.rows())
                .map(rows -> Page.of(rows, page, request, letter -> Cursor.of(letter.position()))
                        .map(LetterView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "A dead letter with its record, as it came")
    @APIResponse(responseCode = "200", description = "The letter")
    public Uni<LetterDetail> get(@PathParam("id") UUID id) {
        return letters.find(id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("dead letter")))
                .chain(letter -> letters.behind(letter).map(behind -> LetterDetail.of(letter, behind, mapper)));
    }

    private static Long position(Cursor cursor) {
        try {
            return Long.valueOf(cursor.text(0));
        } catch (NumberFormatException e) {
            throw Problems.invalid("cursor", "must be one that a page named as its next");
        }
    }
}
