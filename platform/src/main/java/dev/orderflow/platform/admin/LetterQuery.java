package dev.orderflow.platform.admin;

import dev.orderflow.messaging.deadletter.DeadLetterFilter;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.platform.http.Parameters;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of a list of dead letters, still as text, so that a malformed one is 400 with its name. */
final class LetterQuery {

    @QueryParam("state")
    @Parameter(schema = @Schema(implementation = LetterState.class))
    String state;

    @QueryParam("topic")
    @Parameter(description = "Where the record was read")
    String topic;

    @QueryParam("type")
    @Parameter(description = "The event's type, such as orderflow.order.placed")
    String type;

    @QueryParam("key")
    @Parameter(description = "The record's key: an order, a customer, a sku")
    String key;

    @QueryParam("errorType")
    @Parameter(description = "Why it failed, such as UnknownEventException")
    String errorType;

    @QueryParam("from")
    @Parameter(
            description = "Stored at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Stored before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;

    DeadLetterFilter filter() {
        return new DeadLetterFilter(
                Parameters.oneOf("state", state, LetterState.class).orElse(null),
                given(topic),
                given(type),
                given(key),
                given(errorType),
                Parameters.instant("from", from).orElse(null),
                Parameters.instant("to", to).orElse(null));
    }

    private static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
