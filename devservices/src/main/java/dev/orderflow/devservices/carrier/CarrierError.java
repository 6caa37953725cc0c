package dev.orderflow.devservices.carrier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.Response;

/** A refusal in the API's shape; thrown before anything is stored. */
final class CarrierError extends RuntimeException {

    private final int status;
    private final transient ObjectNode error;

    private CarrierError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = Json.object().put("code", code).put("message", message);
        error.putArray("errors");
    }

    static CarrierError unauthorized() {
        return new CarrierError(401, "APIKEY.INACTIVE", "This api key is no longer active or was never valid.");
    }

    static CarrierError notFound() {
        return new CarrierError(404, "NOT_FOUND", "The requested resource could not be found.");
    }

    static CarrierError missing(String field) {
        CarrierError error = new CarrierError(422, "PARAMETER.REQUIRED", "Missing required parameter: " + field + ".");
        error.detail("cannot be blank", field);
        return error;
    }

    static CarrierError undeliverable() {
        CarrierError error = new CarrierError(422, "ADDRESS.VERIFY.FAILURE", "Unable to verify address.");
        error.detail("Address not found", "zip");
        return error;
    }

    static CarrierError postageExists() {
        return new CarrierError(
                422,
                "SHIPMENT.POSTAGE.EXISTS",
                "Postage already exists for this shipment. This shipment has been previously purchased.");
    }

    static CarrierError invalidRate() {
        return new CarrierError(422, "SHIPMENT.RATE.INVALID", "The rate does not belong to this shipment.");
    }

    static CarrierError nothingToRefund() {
        return new CarrierError(422, "SHIPMENT.REFUND.UNAVAILABLE", "No postage was purchased for this shipment.");
    }

    Response response() {
        return Response.json(status, Json.object().set("error", error));
    }

    private void detail(String message, String field) {
        error.withArray("errors").addObject().put("field", field).put("message", message);
    }
}
