package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.webhook.Webhooks;
import java.time.Duration;
import java.util.function.Consumer;

/** What the provider does by itself after a fact is durable, or after a restart for the facts it finds. */
final class FollowUps implements Consumer<Entry> {

    private final Ledger ledger;
    private final Webhooks webhooks;
    private final PaymentIntents intents;
    private final Refunds refunds;
    private final Duration refundDelay;
    private final Calls calls;

    FollowUps(Ledger ledger, Webhooks webhooks, PaymentIntents intents, Refunds refunds, Duration refundDelay) {
        this.ledger = ledger;
        this.webhooks = webhooks;
        this.intents = intents;
        this.refunds = refunds;
        this.refundDelay = refundDelay;
        this.calls = new Calls(ledger, this);
    }

    Calls calls() {
        return calls;
    }

    @Override
    public void accept(Entry entry) {
        switch (entry) {
            case Entry.EventRaised(String id, String body) -> webhooks.deliver(id, body);
            case Entry.RefundStored(Refund refund) when refunds.isUnsettled(refund) -> settleLater(refund);
            case Entry.RefundStored _, Entry.IntentStored _, Entry.Answered _, Entry.EventDelivered _ -> {}
        }
    }

    /** Takes up what a crash interrupted. */
    void resume() {
        ledger.undelivered().forEach(webhooks::deliver);
        ledger.refunds().stream().filter(refunds::isUnsettled).forEach(this::settleLater);
        ledger.intents().stream()
                .filter(intent -> intent.status() == IntentStatus.PROCESSING)
                .forEach(intent -> calls.run(() -> intents.complete(intent.id())));
    }

    private void settleLater(Refund refund) {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(refundDelay);
                calls.run(() -> refunds.settleLate(refund.id()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
