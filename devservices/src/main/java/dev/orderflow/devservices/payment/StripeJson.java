package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.util.List;

/** The provider's objects as the API shows them. */
record StripeJson(Ledger ledger) {

    ObjectNode intent(Intent intent) {
        ObjectNode json = Json.object()
                .put("id", intent.id())
                .put("object", "payment_intent")
                .put("amount", intent.amount())
                .put("amount_capturable", 0)
                .put("amount_received", intent.captured())
                .put("capture_method", "automatic")
                .put("client_secret", intent.id() + "_secret")
                .put("confirmation_method", "automatic")
                .put("created", intent.created())
                .put("currency", intent.currency())
                .put("latest_charge", intent.charge())
                .put("livemode", false)
                .put("payment_method", intent.paymentMethod())
                .put("status", intent.status().wireName());
        if (intent.cancellation() != null) {
            json.put("canceled_at", intent.cancellation().at());
            json.put("cancellation_reason", intent.cancellation().reason());
        }
        json.putPOJO("metadata", intent.metadata());
        json.putArray("payment_method_types").add("card");
        return json.set("last_payment_error", decline(intent.lastDecline(), intent.charge()));
    }

    /** As {@code expand[]=latest_charge} shows it. */
    ObjectNode intentWithCharge(Intent intent) {
        ObjectNode json = intent(intent);
        return intent.charge() == null ? json : json.set("latest_charge", charge(intent));
    }

    ObjectNode refund(Refund refund) {
        ObjectNode json = Json.object()
                .put("id", refund.id())
                .put("object", "refund")
                .put("amount", refund.amount())
                .put("charge", refund.charge())
                .put("created", refund.created())
                .put("currency", refund.currency())
                .put("payment_intent", refund.intent())
                .put("reason", refund.reason())
                .put("status", refund.status().wireName());
        if (refund.status() == Refund.Status.FAILED) {
            json.put("failure_reason", "lost_or_stolen_card");
        }
        return json.putPOJO("metadata", refund.metadata());
    }

    ObjectNode charge(Intent intent) {
        long refunded = ledger.refunded(intent.id());
        return Json.object()
                .put("id", intent.charge())
                .put("object", "charge")
                .put("amount", intent.amount())
                .put("amount_captured", intent.captured())
                .put("amount_refunded", refunded)
                .put("captured", intent.captured() > 0)
                .put("created", intent.created())
                .put("currency", intent.currency())
                .put("paid", intent.captured() > 0)
                .put("payment_intent", intent.id())
                .put("payment_method", intent.paymentMethod())
                .put("refunded", refunded >= intent.amount())
                .put("status", intent.captured() > 0 ? "succeeded" : "failed")
                .putPOJO("metadata", intent.metadata());
    }

    /** What a 402 says. */
    ObjectNode cardError(Intent intent) {
        return decline(intent.lastDecline(), intent.charge()).set("payment_intent", intent(intent));
    }

    ObjectNode list(String url, boolean hasMore, List<ObjectNode> data) {
        ObjectNode json = Json.object().put("object", "list").put("url", url).put("has_more", hasMore);
        json.putArray("data").addAll(data);
        return json;
    }

    private static ObjectNode decline(Decline decline, String charge) {
        return decline == null
                ? null
                : StripeError.error("card_error", decline.code(), decline.message())
                        .put("charge", charge)
                        .put("decline_code", decline.declineCode())
                        .put(
                                "doc_url",
                                "https://stripe.com/docs/error-codes/"
                                        + decline.code().replace('_', '-'));
    }
}
