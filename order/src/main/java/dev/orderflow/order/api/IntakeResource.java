package dev.orderflow.order.api;

import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.order.application.Intake;
import dev.orderflow.platform.admin.OperatorSwitches;
import dev.orderflow.platform.security.Caller;
import dev.orderflow.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Stops taking orders, and goes on. */
@Path("/admin/intake")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "admin")
public class IntakeResource {

    private final OperatorSwitches switches;
    private final Caller caller;

    @Inject
    IntakeResource(OperatorSwitches switches, Caller caller) {
        this.switches = switches;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getIntake", summary = "Whether orders are taken")
    @APIResponse(responseCode = "200", description = "As every replica has it within a second")
    public Uni<IntakeView> get() {
        return switches.all().map(states -> IntakeView.of(states.get(Intake.SWITCH)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeIntake",
            summary = "Stop or resume taking orders, on every replica",
            description = "POST /orders answers 503 intake-closed meanwhile; orders that were placed before go on.")
    @APIResponse(responseCode = "200", description = "As it is now; the other replicas follow within a second")
    public Uni<IntakeView> change(@NotNull @Valid IntakeRequest body) {
        var action = body.open() ? "intake-opened" : "intake-closed";
        var entry = new AuditEntry(caller.subject(), action, Intake.SWITCH, Map.of());
        return switches.turn(Intake.SWITCH, body.open(), entry).map(states -> IntakeView.of(states.get(Intake.SWITCH)));
    }
}
