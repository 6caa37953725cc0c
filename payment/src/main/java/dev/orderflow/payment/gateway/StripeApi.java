package dev.orderflow.payment.gateway;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The part of Stripe's API that payment uses, at a pinned version (docs.stripe.com/api). Every answer is handed over
 * with its status: a refusal is an answer.
 */
@RegisterRestClient(configKey = "payment-provider")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${orderflow.payment.provider.key}")
@ClientHeaderParam(name = "Stripe-Version", value = "2025-09-30.clover")
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public interface StripeApi {

    String KEY = "Idempotency-Key";

    @POST
    @Path("/payment_intents")
    Uni<RestResponse<StripeIntent>> create(
            @HeaderParam(KEY) String key,
            @RestForm("amount") long amount,
            @RestForm("currency") String currency,
            @RestForm("payment_method_types[]") String methodType,
            @RestForm("payment_method_data[type]") String method,
            @RestForm("payment_method_data[card][token]") String token,
            @RestForm("metadata[order]") String order,
            @RestForm("metadata[payment]") String payment);

    /** @param offSession true: nobody is there to prove who they are, so decline rather than wait for it */
    @POST
    @Path("/payment_intents/{id}/confirm")
    Uni<RestResponse<StripeIntent>> confirm(
            @HeaderParam(KEY) String key, @PathParam("id") String intent, @RestForm("off_session") boolean offSession);

    @GET
    @Path("/payment_intents/{id}")
    Uni<RestResponse<StripeIntent>> intent(@PathParam("id") String intent);

    @POST
    @Path("/payment_intents/{id}/cancel")
    Uni<RestResponse<StripeIntent>> cancel(
            @HeaderParam(KEY) String key,
            @PathParam("id") String intent,
            @RestForm("cancellation_reason") String reason);

    /** Without an amount: all that is left. */
    @POST
    @Path("/refunds")
    Uni<RestResponse<StripeRefund>> refund(
            @HeaderParam(KEY) String key,
            @RestForm("payment_intent") String intent,
            @RestForm("metadata[order]") String order);

    @GET
    @Path("/refunds/{id}")
    Uni<RestResponse<StripeRefund>> refund(@PathParam("id") String refund);

    /** Newest first. */
    @GET
    @Path("/refunds")
    Uni<RestResponse<StripeRefunds>> refunds(
            @QueryParam("payment_intent") String intent, @QueryParam("limit") int limit);

    /** Newest first, from {@code starting_after} on. Times are seconds since the epoch, both inclusive. */
    @GET
    @Path("/payment_intents")
    Uni<RestResponse<StripeBookings>> bookings(
            @QueryParam("created[gte]") long from,
            @QueryParam("created[lte]") long to,
            @QueryParam("limit") int limit,
            @QueryParam("starting_after") String after,
            @QueryParam("expand[]") String expanded);

    @GET
    @Path("/payment_intents/{id}")
    Uni<RestResponse<StripeBooking>> booking(@PathParam("id") String intent, @QueryParam("expand[]") String expanded);
}
