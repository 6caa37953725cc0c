package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.Response;

/** A refusal in the API's shape. Thrown while a call is decided, before anything is stored. */
final class StripeError extends RuntimeException {

    private final int status;
    private final transient ObjectNode error;
    private final boolean stored;

    private StripeError(int status, ObjectNode error, boolean stored) {
        super(error.toString(), null, false, false);
        this.status = status;
        this.error = error;
        this.stored = stored;
    }

    /** The request itself is wrong; its key stays unused. */
    static StripeError invalid(String code, String parameter, String message) {
        return new StripeError(
                400, error("invalid_request_error", code, message).put("param", parameter), false);
    }

    static StripeError missing(String kind, String id) {
        String message = "No such " + kind + ": '" + id + "'";
        return new StripeError(
                404, error("invalid_request_error", "resource_missing", message).put("param", kind), false);
    }

    /** The intent is not in a state for this call. Its key keeps the answer. */
    static StripeError unexpectedState(String message, ObjectNode intent) {
        ObjectNode error = error("invalid_request_error", "payment_intent_unexpected_state", message);
        error.set("payment_intent", intent);
        return new StripeError(400, error, true);
    }

    static StripeError refused(String code, String message) {
        return new StripeError(400, error("invalid_request_error", code, message), true);
    }

    static StripeError unauthorized(String message) {
        return new StripeError(401, error("invalid_request_error", null, message), false);
    }

    static StripeError keyReused(String key) {
        return new StripeError(
                400,
                error(
                        "idempotency_error",
                        null,
                        "Keys for idempotent requests can only be used with the same parameters they were first used"
                                + " with. Try using a key other than '" + key
                                + "' if you meant to execute a different request."),
                false);
    }

    static StripeError keyInUse(String key) {
        return new StripeError(
                409,
                error(
                        "idempotency_error",
                        "idempotency_key_in_use",
                        "There is currently another in-progress request using this Idempotent Key: " + key),
                false);
    }

    static ObjectNode error(String type, String code, String message) {
        return Json.object().put("type", type).put("code", code).put("message", message);
    }

    static Response response(int status, ObjectNode error) {
        return Response.json(status, Json.object().set("error", error));
    }

    Response response() {
        return response(status, error);
    }

    boolean isStored() {
        return stored;
    }
}
