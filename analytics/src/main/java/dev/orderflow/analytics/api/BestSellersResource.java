package dev.orderflow.analytics.api;

import static java.util.Comparator.comparingLong;

import dev.orderflow.analytics.domain.Figure.Kind;
import dev.orderflow.analytics.fleet.Fleet;
import dev.orderflow.platform.http.Parameters;
import dev.orderflow.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is bought most, for operators: the same from every replica. */
@Path("/analytics/best-sellers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "analytics")
class BestSellersResource {

    private static final long USUAL = 10;
    private static final long MOST = 200;

    private final Fleet fleet;

    @Inject
    BestSellersResource(Fleet fleet) {
        this.fleet = fleet;
    }

    @GET
    @Operation(operationId = "listBestSellers", summary = "What is bought most")
    @APIResponse(responseCode = "200", description = "By the pieces that were delivered, most first")
    public Items<BestSellerView> bestSellers(
            @QueryParam("limit")
                    @Parameter(
                            description = "How many products at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "10"))
                    String limit,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) String token) {
        long many = Parameters.number("limit", limit, 1, MOST).orElse(USUAL);
        var most = comparingLong(BestSellerView::quantity).reversed().thenComparing(BestSellerView::sku);
        return Items.of(fleet.figures(token, Kind.PRODUCT), BestSellerView::of, most)
                .first(many);
    }
}
