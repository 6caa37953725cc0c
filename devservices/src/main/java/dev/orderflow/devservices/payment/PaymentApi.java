package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.http.Request;
import dev.orderflow.devservices.http.Response;
import dev.orderflow.devservices.http.Routes;
import dev.orderflow.devservices.webhook.Webhooks;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which call is decided by what, for whoever shows the secret key. */
record PaymentApi(
        String key,
        Ledger ledger,
        Calls calls,
        PaymentIntents intents,
        Refunds refunds,
        StripeJson json,
        Webhooks webhooks) {

    private static final String INTENTS = "/v1/payment_intents";
    private static final String CHARGE = "latest_charge";
    private static final String REFUNDS = "/v1/refunds";

    Routes routes() {
        return new Routes()
                .get("/health", request -> Response.ok(Map.of("status", "UP")))
                .get("/ledger", request -> Response.ok(Statement.of(ledger)))
                .add("PUT", "/control/webhook", guarded(this::redirectWebhooks))
                .post(INTENTS, guarded(it -> calls.run(it, () -> intents.create(it.form()))))
                .get(INTENTS, guarded(this::listIntents))
                .get(INTENTS + "/{id}", guarded(this::showIntent))
                .post(
                        INTENTS + "/{id}/confirm",
                        guarded(it -> calls.run(it, () -> intents.confirm(it.variable("id"), it.form()))))
                .post(
                        INTENTS + "/{id}/cancel",
                        guarded(it -> calls.run(it, () -> intents.cancel(it.variable("id"), it.form()))))
                .post(REFUNDS, guarded(it -> calls.run(it, () -> refunds.create(it.form()))))
                .get(REFUNDS, guarded(this::listRefunds))
                .get(REFUNDS + "/{id}", guarded(it -> Response.ok(json.refund(refunds.find(it.variable("id"))))));
    }

    private Response showIntent(Request request) {
        return Response.ok(view(request, CHARGE).apply(intents.find(request.variable("id"))));
    }

    /** With the charge itself instead of its id, if that is what the caller has asked to be expanded. */
    private Function<Intent, ObjectNode> view(Request request, String expandable) {
        return request.query().get("expand[]").filter(expandable::equals).isPresent()
                ? json::intentWithCharge
                : json::intent;
    }

    private Response listIntents(Request request) {
        return new Listing<>(INTENTS, Intent::id, Intent::created, view(request, "data." + CHARGE))
                .page(ledger.intents(), request.query(), json);
    }

    private Response listRefunds(Request request) {
        Optional<String> intent = request.query().get("payment_intent");
        List<Refund> found = ledger.refunds().stream()
                .filter(refund -> intent.isEmpty() || refund.intent().equals(intent.get()))
                .toList();
        return new Listing<>(REFUNDS, Refund::id, Refund::created, json::refund).page(found, request.query(), json);
    }

    private Response redirectWebhooks(Request request) {
        webhooks.target(URI.create(request.json().path("url").asText()));
        return Response.ok(Json.object());
    }

    private Function<Request, Response> guarded(Function<Request, Response> handler) {
        return request -> {
            try {
                return authenticated(request, handler).with("Request-Id", Ids.next("req"));
            } catch (StripeError refusal) {
                return refusal.response();
            }
        };
    }

    private Response authenticated(Request request, Function<Request, Response> handler) {
        String shown = request.apiKey()
                .orElseThrow(() -> StripeError.unauthorized(
                        "You did not provide an API key. Provide it in the Authorization header, using Bearer auth."));
        if (!shown.equals(key)) {
            throw StripeError.unauthorized("Invalid API Key provided: " + shown.replaceAll("(?<=.{7}).", "*"));
        }
        return handler.apply(request);
    }
}
