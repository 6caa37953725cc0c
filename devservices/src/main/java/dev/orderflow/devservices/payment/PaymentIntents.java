package dev.orderflow.devservices.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Form;
import dev.orderflow.devservices.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides the calls on payment intents. Its methods are called under the ledger's monitor. */
record PaymentIntents(Ledger ledger, StripeJson json, Duration slowness) {

    private static final int FLAKY_FAILURES = 2;

    Outcome create(Form form) {
        Parameters parameters = new Parameters(form);
        parameters.allowOnly(
                "amount",
                "currency",
                "payment_method",
                "metadata",
                "confirm",
                "description",
                "capture_method",
                "payment_method_types",
                "automatic_payment_methods",
                "payment_method_data",
                "receipt_email",
                "expand");
        if (form.get("confirm").filter("true"::equals).isPresent()) {
            throw StripeError.invalid("parameter_invalid", "confirm", "This provider confirms in a call of its own.");
        }
        Intent intent = Intent.create(
                Ids.next("pi"),
                parameters.amount("amount"),
                parameters.currency(),
                parameters.paymentMethod().orElse(null),
                form.object("metadata"),
                Instant.now().getEpochSecond());
        return answer(intent);
    }

    Outcome confirm(String id, Form form) {
        Parameters parameters = new Parameters(form);
        parameters.allowOnly("payment_method", "payment_method_data", "return_url", "off_session", "expand");
        Intent stored = find(id);
        Intent intent = parameters.paymentMethod().map(stored::payBy).orElse(stored);
        switch (intent.status()) {
            case SUCCEEDED ->
                throw StripeError.unexpectedState(
                        "You cannot confirm this PaymentIntent because it has already succeeded after being previously"
                                + " confirmed.",
                        json.intent(intent));
            case CANCELED, PROCESSING ->
                throw StripeError.unexpectedState(
                        "You cannot confirm this PaymentIntent because it has a status of "
                                + intent.status().wireName() + ".",
                        json.intent(intent));
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION -> {
                return charge(intent, parameters.paymentMethod().isPresent());
            }
        }
        throw new IllegalStateException(intent.toString());
    }

    Outcome cancel(String id, Form form) {
        new Parameters(form).allowOnly("cancellation_reason", "expand");
        Intent intent = find(id);
        return switch (intent.status()) {
            case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION -> {
                Intent canceled = intent.canceled(
                        form.get("cancellation_reason").orElse(null),
                        Instant.now().getEpochSecond());
                yield answer(canceled, Events.of("payment_intent.canceled", json.intent(canceled)));
            }
            case SUCCEEDED, CANCELED, PROCESSING ->
                throw StripeError.unexpectedState(
                        "You cannot cancel this PaymentIntent because it has a status of "
                                + intent.status().wireName()
                                + ". Only a PaymentIntent with one of the following statuses may be canceled:"
                                + " requires_payment_method, requires_capture, requires_confirmation,"
                                + " requires_action.",
                        json.intent(intent));
        };
    }

    /** Ends what was under way, here or before a crash of this provider; no effect if it has ended. */
    Outcome complete(String id) {
        Intent intent = find(id);
        return intent.status() == IntentStatus.PROCESSING ? capture(intent) : answer(intent);
    }

    Intent find(String id) {
        return ledger.intent(id).orElseThrow(() -> StripeError.missing("payment_intent", id));
    }

    private Outcome charge(Intent intent, boolean newMethod) {
        boolean methodMissing = intent.status() == IntentStatus.REQUIRES_PAYMENT_METHOD && !newMethod;
        if (methodMissing) {
            throw StripeError.unexpectedState(
                    "You cannot confirm this PaymentIntent because it's missing a payment method.",
                    json.intent(intent));
        }
        TestCard card = TestCard.of(intent.paymentMethod()).orElseThrow();
        Optional<Decline> decline = card.decline();
        if (decline.isPresent()) {
            return decline(intent.declined(Ids.next("ch"), decline.get()));
        }
        if (card == TestCard.FLAKY && intent.failures() < FLAKY_FAILURES) {
            return Outcome.Answer.unstored(unavailable(), new Entry.IntentStored(intent.failed()));
        }
        return card == TestCard.SLOW ? later(intent.processing()) : capture(intent);
    }

    private Outcome later(Intent intent) {
        return new Outcome.Later(List.of(new Entry.IntentStored(intent)), slowness, () -> complete(intent.id()));
    }

    private Outcome capture(Intent intent) {
        Intent paid = intent.succeeded(Ids.next("ch"));
        return answer(paid, Events.of("payment_intent.succeeded", json.intent(paid)));
    }

    private Outcome decline(Intent declined) {
        ObjectNode error = json.cardError(declined);
        return Outcome.Answer.of(
                StripeError.response(402, error),
                new Entry.IntentStored(declined),
                Events.of("payment_intent.payment_failed", json.intent(declined)));
    }

    private Outcome answer(Intent intent, Entry... events) {
        Entry[] entries = new Entry[events.length + 1];
        entries[0] = new Entry.IntentStored(intent);
        System.arraycopy(events, 0, entries, 1, events.length);
        return Outcome.Answer.of(Response.ok(json.intent(intent)), entries);
    }

    private static Response unavailable() {
        return StripeError.response(503, StripeError.error("api_error", null, "The service is away for a moment."));
    }
}
