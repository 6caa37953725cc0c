package dev.orderflow.systemtests;

import static dev.orderflow.systemtests.OrderRefusals.quoted;
import static dev.orderflow.systemtests.Refusing.KEY;

import dev.orderflow.systemtests.openapi.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is refused about products, stock, preferences, webhooks, dead letters, channels and tickets. */
final class OtherRefusals {

    private final TestSystem system;
    private final ApiWorld world;
    private final Refusing refusing;
    private final String spentKey = "spent-" + UUID.randomUUID();
    private final Map<String, String> settled = new HashMap<>();
    private final String stranger;

    OtherRefusals(TestSystem system, ApiWorld world, Refusing refusing) {
        this.system = system;
        this.world = world;
        this.refusing = refusing;
        this.stranger = system.token("api-stranger-" + UUID.randomUUID(), "customer", null);
        ApiDocuments.WITH_DATABASE.forEach(service -> settled.put(service, discarded(service)));
        var adjustments = system.url("inventory") + "/stock/" + world.sku() + "/adjustments";
        system.http()
                .post(adjustments, world.operator(), spentKey, "{\"delta\":1,\"reason\":\"one more\"}")
                .ok();
        system.http()
                .post(system.url("order") + "/tickets", world.shop().token(), spentKey, "")
                .ok(201);
    }

    private String discarded(String service) {
        var letter = world.letters().of(service);
        system.http()
                .delete(system.url(service) + "/admin/dead-letters/" + letter, world.operator())
                .ok();
        return letter;
    }

    List<Refusal> stock() {
        return List.of(
                refusing.refused(
                        412,
                        "precondition-failed",
                        "inventory putProduct",
                        asking -> asking.path("sku", world.sku()).header("If-Match", "\"999\"")),
                asCustomer("inventory putProduct"),
                refusing.refusedBody(
                        409, "insufficient-stock", "inventory adjustStock", body -> body.put("delta", -1_000_000_000)),
                refusing.refused(
                        404, "not-found", "inventory adjustStock", asking -> asking.path("sku", "no-such-thing")),
                refusing.refused(
                        422,
                        "idempotency-key-reused",
                        "inventory adjustStock",
                        asking -> asking.header(KEY, quoted(spentKey))),
                asCustomer("inventory adjustStock"));
    }

    List<Refusal> notifications() {
        return List.of(
                refusing.refused(
                        412,
                        "precondition-failed",
                        "notification putPreferences",
                        asking -> asking.header("If-Match", "\"999999\"")),
                refusing.refusedBody(
                        422,
                        "webhook-url-refused",
                        "notification putPreferences",
                        body -> body.put("webhookUrl", "https://127.0.0.1/orders")),
                refusing.refused(404, "not-found", "notification retryWebhookDelivery", asking -> asking.as(stranger)),
                refusing.refused(
                        404,
                        "not-found",
                        "notification retryWebhookDelivery",
                        asking -> asking.path("id", UUID.randomUUID().toString())));
    }

    List<Refusal> administration() {
        return ApiDocuments.WITH_DATABASE.stream().flatMap(this::administration).toList();
    }

    private Stream<Refusal> administration(String service) {
        return Stream.of(
                letter(409, "dead-letter-settled", service, "replayDeadLetter", settled.get(service)),
                letter(409, "dead-letter-settled", service, "discardDeadLetter", settled.get(service)),
                letter(
                        404,
                        "not-found",
                        service,
                        "replayDeadLetter",
                        UUID.randomUUID().toString()),
                letter(
                        404,
                        "not-found",
                        service,
                        "discardDeadLetter",
                        UUID.randomUUID().toString()),
                asCustomer(service + " discardDeadLetter"),
                asCustomer(service + " replayDeadLetters"),
                asCustomer(service + " changeChannel"),
                refusing.refused(
                        404, "not-found", service + " changeChannel", asking -> asking.path("name", "nothing-in")));
    }

    /** Of whom a request comes, and who may not have sent it. */
    List<Refusal> credentials() {
        var renewed = system.token(world.customer(), "customer", "renewed@example.com");
        return List.of(
                refusing.refused(
                        422,
                        "idempotency-key-reused",
                        "order createTicket",
                        asking -> asking.as(renewed).header(KEY, quoted(spentKey))),
                refusing.refused(
                        400,
                        "invalid-signature",
                        "payment takePaymentEvent",
                        asking -> asking.header("Stripe-Signature", "t=1,v1=00")),
                refusing.refused(
                        400,
                        "bad-signature",
                        "shipping takeCarrierEvent",
                        asking -> asking.header("X-Hmac-Signature", "hmac-sha256-hex=00")));
    }

    private Refusal letter(int status, String problem, String service, String operation, String letter) {
        return refusing.refused(status, problem, service + " " + operation, asking -> asking.path("id", letter));
    }

    private Refusal asCustomer(String operation) {
        return refusing.refused(
                403, "forbidden", operation, asking -> asking.as(world.shop().token()));
    }
}
