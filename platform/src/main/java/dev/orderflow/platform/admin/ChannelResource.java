package dev.orderflow.platform.admin;

import dev.orderflow.messaging.audit.AuditEntry;
import dev.orderflow.messaging.consumer.Channels;
import dev.orderflow.messaging.consumer.Channels.Channel;
import dev.orderflow.platform.paging.Page;
import dev.orderflow.platform.problem.Problems;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Holds back what comes in by a channel, and lets it in again. */
@Path("/admin/channels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "admin")
public class ChannelResource {

    private final Channels channels;
    private final OperatorSwitches switches;
    private final Caller caller;

    @Inject
    ChannelResource(Channels channels, OperatorSwitches switches, Caller caller) {
        this.channels = channels;
        this.switches = switches;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listChannels", summary = "The channels that bring this service its events")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<Page<ChannelView>> list() {
        return switches.all()
                .map(states -> channels.all().stream()
                        .map(channel -> ChannelView.of(channel, states.get(channel.switchName())))
                        .toList())
                .map(views -> new Page<>(views, null));
    }

    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeChannel",
            summary = "Pause or resume a channel, on every replica",
            description = "What is held back waits in Kafka, in order; it is handled once the channel is resumed.")
    @APIResponse(responseCode = "200", description = "As it is now; the other replicas follow within a second")
    public Uni<ChannelView> change(@PathParam("name") String name, @NotNull @Valid ChannelRequest body) {
        var channel = channels.find(name).orElseThrow(() -> Problems.notFound("channel"));
        return switches.turn(channel.switchName(), !body.paused(), entry(channel, body.paused()))
                .map(states -> ChannelView.of(channel, states.get(channel.switchName())));
    }

    private AuditEntry entry(Channel channel, boolean paused) {
        return new AuditEntry(
                caller.subject(),
                paused ? "channel-paused" : "channel-resumed",
                channel.name(),
                Map.of("topic", channel.topic()));
    }
}
