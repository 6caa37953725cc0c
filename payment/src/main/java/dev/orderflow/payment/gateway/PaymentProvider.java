package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.messaging.IntentToCreate;
import dev.orderflow.payment.messaging.IntentToEnd;
import dev.orderflow.payment.messaging.RefundToMake;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The calls that payment makes. What must happen once has a key made of the payment and the step, the same for every
 * attempt: the provider answers a repetition with the first result. It does so with a failure of its own too, so a key is
 * given up where it is known that another one has no second effect. A failed Uni means that nothing is known.
 */
@Singleton
class PaymentProvider {

    /** As many as the provider lists at once; nobody pays back one order in more parts. */
    private static final int MOST_REFUNDS = 100;

    private final StripeApi api;
    private final ProviderGuard guard;

    @Inject
    PaymentProvider(@RestClient StripeApi api, ProviderGuard guard) {
        this.api = api;
        this.guard = guard;
    }

    Uni<StripeIntent> create(IntentToCreate wanted) {
        return create(wanted, "-create");
    }

    /** Under the attempt's own key: maybe a second intent, but only one that is known is ever confirmed. */
    Uni<StripeIntent> createAnew(IntentToCreate wanted, Task task) {
        return create(wanted, "-create-" + task.attempt());
    }

    private Uni<StripeIntent> create(IntentToCreate wanted, String key) {
        return guard.ask(
                StripeIntent.class,
                () -> api.create(
                        wanted.paymentId() + key,
                        wanted.amount().toMinorUnits(),
                        wanted.amount().currency().toLowerCase(Locale.ROOT),
                        "card",
                        "card",
                        wanted.token(),
                        wanted.orderId().toString(),
                        wanted.paymentId().toString()));
    }

    /**
     * A key that may hold a failure is not used for ever: whoever tries for the third time has seen that the intent is
     * still open, and an intent takes money once, under whatever key.
     */
    Uni<StripeIntent> confirm(IntentToEnd intent, Task task) {
        var key = intent.paymentId() + "-confirm" + (task.attempt() < 3 ? "" : "-" + task.attempt());
        return guard.ask(StripeIntent.class, () -> api.confirm(key, intent.intentId(), true));
    }

    Uni<StripeIntent> intent(String intentId) {
        return guard.ask(StripeIntent.class, () -> api.intent(intentId));
    }

    /** Its key is the attempt's own: a refusal because the intent was busy must not be repeated for ever. */
    Uni<StripeIntent> cancel(IntentToEnd intent, Task task) {
        return guard.ask(
                StripeIntent.class,
                () -> api.cancel(task.id() + "-cancel-" + task.attempt(), intent.intentId(), "abandoned"));
    }

    Uni<StripeRefund> refund(RefundToMake refund) {
        return guard.ask(
                StripeRefund.class,
                () -> api.refund(
                        refund.paymentId() + "-refund-" + refund.refundTry(),
                        refund.intentId(),
                        refund.orderId().toString()));
    }

    Uni<StripeRefund> refund(String refundId) {
        return guard.look(StripeRefund.class, () -> api.refund(refundId));
    }

    Uni<StripeRefunds> refunds(String intentId) {
        return guard.ask(StripeRefunds.class, () -> api.refunds(intentId, MOST_REFUNDS));
    }
}
