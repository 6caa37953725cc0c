package dev.orderflow.devservices.payment;

import dev.orderflow.devservices.http.PartyServer;
import dev.orderflow.devservices.http.Settings;
import dev.orderflow.devservices.webhook.Webhooks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A payment provider that speaks a part of Stripe's API and keeps books of its own. What it has answered survives
 * SIGKILL; what was under way then is ended after the restart; webhooks go out until they are taken.
 */
public final class PaymentProvider {

    private PaymentProvider() {}

    public static void main(String[] args) throws IOException {
        Settings settings = Settings.ofEnvironment();
        Ledger ledger = new Ledger(settings.data().resolve("ledger.jsonl"));
        Webhooks webhooks = new Webhooks(
                settings.webhookUrls(),
                Events.signature(settings.webhookSecret()),
                id -> ledger.commit(List.of(new Entry.EventDelivered(id))));
        StripeJson json = new StripeJson(ledger);
        PaymentIntents intents =
                new PaymentIntents(ledger, json, settings.delay("SLOW_CONFIRM", Duration.ofSeconds(5)));
        Refunds refunds = new Refunds(ledger, json);
        FollowUps followUps =
                new FollowUps(ledger, webhooks, intents, refunds, settings.delay("LATE_REFUND", Duration.ofSeconds(1)));
        followUps.resume();
        PaymentApi api = new PaymentApi(settings.apiKey(), ledger, followUps.calls(), intents, refunds, json, webhooks);
        PartyServer.serve(settings.port(), api.routes(), ledger::sync);
    }
}
