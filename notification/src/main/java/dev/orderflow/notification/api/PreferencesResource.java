package dev.orderflow.notification.api;

import dev.orderflow.notification.domain.Preferences;
import dev.orderflow.notification.persistence.PreferenceTable;
import dev.orderflow.platform.http.ETags;
import dev.orderflow.platform.http.PrivateData;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** How the caller wants to be told. */
@Path("/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
@PrivateData
class PreferencesResource {

    private final PreferenceTable table;
    private final PreferencesEditor editor;
    private final Pool pool;
    private final Caller caller;

    @Inject
    PreferencesResource(PreferenceTable table, PreferencesEditor editor, Pool pool, Caller caller) {
        this.table = table;
        this.editor = editor;
        this.pool = pool;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getPreferences",
            summary = "How the caller wants to be told",
            description = "The defaults if they have never said: by mail, where the order says.")
    @APIResponseSchema(PreferencesView.class)
    @APIResponse(responseCode = "304", description = "If-None-Match names the present version")
    public Uni<RestResponse<PreferencesView>> get(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        var customer = caller.subject();
        return table.find(pool, customer)
                .map(found -> found.orElseGet(() -> Preferences.defaults(customer)))
                .map(said -> ETags.notModified(ifNoneMatch, said.version())
                        ? tagged(Status.NOT_MODIFIED, said).entity(null).build()
                        : tagged(Status.OK, said).build());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putPreferences",
            summary = "Say how to be told",
            description = "Replaces all of it. Mail goes to the e-mail address given here, else to the order's contact,"
                    + " else to that of the token that placed the order; without EMAIL among the channels none is sent. The secret that events are signed with is"
                    + " shown in the answer that makes it, and never again.")
    @APIResponseSchema(PreferencesView.class)
    @APIResponse(responseCode = "412", description = "precondition-failed")
    @APIResponse(responseCode = "422", description = "webhook-url-refused")
    public Uni<RestResponse<PreferencesView>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, @NotNull @Valid PreferencesContent content) {
        return editor.save(caller.subject(), content, ifMatch)
                .map(saved -> tagged(Status.OK, saved.said())
                        .entity(PreferencesView.of(saved.said(), saved.secret()))
                        .build());
    }

    private static ResponseBuilder<PreferencesView> tagged(Status status, Preferences said) {
        return ResponseBuilder.create(status, PreferencesView.of(said))
                .header(HttpHeaders.ETAG, ETags.of(said.version()));
    }
}
