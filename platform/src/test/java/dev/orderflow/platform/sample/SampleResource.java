package dev.orderflow.platform.sample;

import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.paging.Cursor;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.paging.PageRequest;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a service's resource may look like, and every way in which it can fail. */
@Path("/samples")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
public class SampleResource {

    @Inject
    Pool pool;

    @Inject
    Caller caller;

    @POST
    public Sample echo(@NotNull @Valid Sample sample) {
        return sample;
    }

    @POST
    @Path("/many")
    public List<Sample> echoAll(@NotNull List<@Valid Sample> samples) {
        return samples;
    }

    @GET
    @Path("/{id}")
    public Map<String, UUID> one(@PathParam("id") UUID id) {
        return Map.of("id", id);
    }

    @DELETE
    @Path("/{id}")
    public void delete(@PathParam("id") UUID id) {}

    @GET
    @Path("/fail/{how}")
    public Uni<String> fail(@PathParam("how") String how, @QueryParam("token") String token) {
        return switch (how) {
            case "bug" -> throw new IllegalStateException("secret of customer c-1");
            case "business" ->
                throw SampleProblems.SOLD_OUT.because("Two are left").with("shortages", List.of("A"));
            case "forbidden" -> throw new jakarta.ws.rs.ForbiddenException("secret");
            case "teapot" -> throw new jakarta.ws.rs.WebApplicationException("secret", 418);
            case "json" ->
                throw new jakarta.ws.rs.ProcessingException(
                        com.fasterxml.jackson.databind.exc.MismatchedInputException.from(null, String.class, "secret"));
            case "nul" ->
                pool.preparedQuery("select $1::text")
                        .execute(io.vertx.mutiny.sqlclient.Tuple.of("a\0b"))
                        .replaceWith("");
            case "lock-timeout" ->
                pool.query("do $$ begin raise exception using errcode = '55P03'; end $$")
                        .execute()
                        .replaceWith("");
            default -> Uni.createFrom().item(how);
        };
    }

    @GET
    @Path("/limited")
    public int limited(@QueryParam("size") @Max(5) int size) {
        return size;
    }

    @GET
    @Path("/broken-promise")
    @Valid
    public Sample brokenPromise() {
        return new Sample(List.of(), null, null, null, null);
    }

    @GET
    @Path("/page")
    public Page<Integer> page(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("colour") String colour,
            @jakarta.ws.rs.core.Context UriInfo uri) {
        Parameters.oneOf("colour", colour, Sample.Colour.class);
        var page = PageRequest.of(cursor, limit);
        int after = page.cursor().map(where -> Integer.parseInt(where.text(0))).orElse(0);
        var rows =
                IntStream.rangeClosed(after + 1, 120).limit(page.rows()).boxed().toList();
        return Page.of(rows, page, uri, Cursor::of);
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Roles.CUSTOMER)
    @PrivateData
    public Uni<Response> mine(@HeaderParam("If-None-Match") String ifNoneMatch) {
        return Uni.createFrom()
                .item(
                        ETags.notModified(ifNoneMatch, 7)
                                ? Response.notModified()
                                        .header("ETag", ETags.of(7))
                                        .build()
                                : me());
    }

    private Response me() {
        return Response.ok(Map.of(
                        "subject", caller.subject(),
                        "operator", caller.isOperator(),
                        "email", caller.email().orElse("none"),
                        "eventLoop", Context.isOnEventLoopThread()))
                .header("ETag", ETags.of(7))
                .build();
    }

    @PUT
    @Path("/mine")
    @RolesAllowed(Roles.CUSTOMER)
    public void change(@HeaderParam("If-Match") String ifMatch) {
        ETags.requireMatch(ifMatch, 7);
    }

    @GET
    @Path("/database")
    public Uni<Map<String, String>> setting(@QueryParam("show") String name) {
        return pool.withConnection(sql -> sql.query("show " + name).execute())
                .map(rows -> Map.of("value", rows.iterator().next().getString(0)));
    }
}
