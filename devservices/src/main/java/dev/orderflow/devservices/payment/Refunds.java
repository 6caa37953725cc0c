package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.http.Form;
import dev.orderflow.devservices.http.Response;
import java.time.Instant;

/** Decides the calls on refunds. Its methods are called under the ledger's monitor. */
record Refunds(Ledger ledger, StripeJson json) {

    Outcome create(Form form) {
        Parameters parameters = new Parameters(form);
        parameters.allowOnly("payment_intent", "amount", "reason", "metadata", "expand");
        String id = parameters.required("payment_intent");
        Intent intent = ledger.intent(id).orElseThrow(() -> StripeError.missing("payment_intent", id));
        long left = refundable(intent);
        long amount = form.get("amount").isPresent() ? parameters.amount("amount") : left;
        if (amount > left) {
            throw StripeError.invalid(
                    "amount_too_large",
                    "amount",
                    "Refund amount (" + amount + ") is greater than unrefunded amount on charge (" + left + ")");
        }
        Refund refund = new Refund(
                Ids.next("re"),
                intent.id(),
                intent.charge(),
                amount,
                intent.currency(),
                form.get("reason").orElse(null),
                form.object("metadata"),
                Instant.now().getEpochSecond(),
                Refund.Status.PENDING);
        return settlesLater(intent) ? answer(refund) : settle(refund, intent);
    }

    /** Whether more will become of it, by itself. */
    boolean isUnsettled(Refund refund) {
        return switch (refund.status()) {
            case PENDING -> true;
            case SUCCEEDED -> card(refund) == TestCard.REFUND_BREAKS;
            case FAILED -> false;
        };
    }

    /** What an unsettled refund becomes after its delay; no effect on one that has settled. */
    Outcome settleLate(String id) {
        Refund refund = find(id);
        if (!isUnsettled(refund)) {
            return answer(refund);
        }
        return switch (card(refund)) {
            case REFUND_FAILS, REFUND_BREAKS -> fail(refund);
            default -> settle(refund, ledger.intent(refund.intent()).orElseThrow());
        };
    }

    private Outcome fail(Refund refund) {
        Refund failed = refund.in(Refund.Status.FAILED);
        return Outcome.Answer.of(
                Response.ok(json.refund(failed)),
                new Entry.RefundStored(failed),
                Events.of("refund.failed", json.refund(failed)));
    }

    private TestCard card(Refund refund) {
        return ledger.intent(refund.intent())
                .flatMap(intent -> TestCard.of(intent.paymentMethod()))
                .orElseThrow();
    }

    Refund find(String id) {
        return ledger.refund(id).orElseThrow(() -> StripeError.missing("refund", id));
    }

    private long refundable(Intent intent) {
        if (intent.status() != IntentStatus.SUCCEEDED) {
            throw StripeError.unexpectedState(
                    "This PaymentIntent (" + intent.id() + ") does not have a successful charge to refund.",
                    json.intent(intent));
        }
        if (TestCard.of(intent.paymentMethod()).orElseThrow() == TestCard.DISPUTED) {
            throw StripeError.refused("charge_disputed", "Charge " + intent.charge() + " has been charged back.");
        }
        long left = intent.amount() - ledger.refunded(intent.id());
        if (left == 0) {
            throw StripeError.refused(
                    "charge_already_refunded", "Charge " + intent.charge() + " has already been refunded.");
        }
        return left;
    }

    private static boolean settlesLater(Intent intent) {
        return switch (TestCard.of(intent.paymentMethod()).orElseThrow()) {
            case REFUND_FAILS, REFUND_PENDS -> true;
            case VISA, MASTERCARD, DECLINED, INSUFFICIENT_FUNDS, EXPIRED, SLOW, FLAKY, REFUND_BREAKS, DISPUTED -> false;
        };
    }

    private Outcome answer(Refund refund) {
        return Outcome.Answer.of(Response.ok(json.refund(refund)), new Entry.RefundStored(refund));
    }

    private Outcome settle(Refund refund, Intent intent) {
        Refund settled = refund.in(Refund.Status.SUCCEEDED);
        long before = ledger.refunded(intent.id())
                - ledger.refund(refund.id()).map(Refund::amount).orElse(0L);
        var charge = json.charge(intent).put("amount_refunded", before + refund.amount());
        charge.put("refunded", before + refund.amount() >= intent.amount());
        return Outcome.Answer.of(
                Response.ok(json.refund(settled)),
                new Entry.RefundStored(settled),
                Events.of("charge.refunded", charge),
                Events.of("refund.updated", json.refund(settled)));
    }
}
