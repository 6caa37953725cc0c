package dev.orderflow.order.api;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of a list of orders, still as text, so that a malformed one is 400 with its name. */
final class OrderListQuery {

    @QueryParam("status")
    @Parameter(description = "Only orders in this status", schema = @Schema(ref = "OrderStatus"))
    String status;

    @QueryParam("from")
    @Parameter(
            description = "Placed at this time or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Placed before this time",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    String to;

    @QueryParam("customerId")
    @Parameter(description = "For operators: whose orders; everybody's if left out")
    String customerId;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    String limit;
}
