package dev.orderflow.notification.api;

import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What stands at the WebSocket's address for who does not ask for a WebSocket, and describes it for all: an upgrade is taken
 * by {@code LiveNotifications} before it gets here.
 */
@Path("/notifications/live")
@Tag(name = "notifications")
class LiveUpgradeResource {

    @GET
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Operation(
            operationId = "watchNotifications",
            summary = "The caller's notifications as they happen, by a WebSocket",
            description =
                    "The handshake of RFC 6455. Each text message that follows is one notification, as an item of"
                            + " listNotifications, when it begins and whenever its status changes within a minute: at least once, nothing is"
                            + " resumed. Nothing is taken: a message from the client ends it with 1003. It also ends with 1001"
                            + " (the replica stops), 1008 (the token has expired, or nothing is read), 1011 (a failure) and 1013"
                            + " (too many connections). Takes a ticket in the place of a token; a page of another site gets 403.")
    @Parameter(
            name = "ticket",
            in = ParameterIn.QUERY,
            description = "From POST /tickets, instead of a token",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "101",
            description = "The WebSocket is open",
            headers = {
                @Header(name = "Upgrade", required = true, schema = @Schema(pattern = "^websocket$")),
                @Header(name = "Sec-WebSocket-Accept", required = true, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "426", description = "upgrade-required")
    public Uni<Void> watch() {
        return Uni.createFrom().failure(NotificationProblems.upgradeRequired());
    }
}
