package dev.orderflow.shipping.carrier;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.ClientBasicAuth;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of EasyPost's API that shipping uses. */
@RegisterRestClient(configKey = "carrier")
@ClientBasicAuth(username = "${orderflow.carrier.key}", password = "")
@Path("/v2/shipments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface CarrierApi {

    @POST
    Uni<CarrierShipment> create(ShipmentRequest request);

    @GET
    Uni<Found> byReference(@QueryParam("reference") String reference);

    @GET
    @Path("/{id}")
    Uni<CarrierShipment> get(@PathParam("id") String id);

    /** Pays for the label; the carrier does so once per shipment. */
    @POST
    @Path("/{id}/buy")
    Uni<CarrierShipment> buy(@PathParam("id") String id, BuyRequest request);

    @POST
    @Path("/{id}/refund")
    Uni<CarrierShipment> refund(@PathParam("id") String id);

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Found(@JsonProperty("shipments") List<CarrierShipment> shipments) {

        public Found {
            shipments = shipments == null ? List.of() : List.copyOf(shipments);
        }
    }

    /** A wrong key, a time-out, too many requests: our fault or a passing one, so these are tried again. */
    Set<Integer> NO_REFUSAL = Set.of(401, 403, 408, 425, 429);

    @ClientExceptionMapper
    static RuntimeException refusal(Response response) {
        int status = response.getStatus();
        if (status < 400 || status >= 500 || NO_REFUSAL.contains(status)) {
            return null;
        }
        return new CarrierRefused(
                status, response.readEntity(CarrierRefused.Body.class).code());
    }
}
