package dev.orderflow.platform.admin;

import dev.orderflow.messaging.audit.AuditFilter;
import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.paging.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of the audit, still as text, so that a malformed one is 400 with its name. */
final class AuditQuery {

    @QueryParam("actor")
    @Parameter(description = "Only what this operator did: the subject of the token")
    String actor;

    @QueryParam("action")
    @Parameter(description = "Only this action, \"channel-paused\" for instance")
    String action;

    @QueryParam("subject")
    @Parameter(description = "Only what was done to this: an order's id, a channel's name")
    String subject;

    @QueryParam("from")
    @Parameter(
            description = "Done at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(description = "Done before this time", schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    AuditFilter filter(PageRequest page) {
        return new AuditFilter(
                given(actor),
                given(action),
                given(subject),
                Parameters.instant("from", from).orElse(null),
                Parameters.instant("to", to).orElse(null),
                page.cursor().map(where -> where.uuid(0)).orElse(null));
    }

    private static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
