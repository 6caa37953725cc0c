package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.SharedTransactions;
import dev.orderflow.messaging.transaction.UnitsOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes the provider's webhooks. They may come twice, late, in any order and before the answer to the call that they are
 * about; each takes effect at most once, and only if it is news.
 */
@Singleton
public final class WebhookIntake {

    /** Nobody waits for these milliseconds: a call's own answer has told the same, but for one that was lost. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private final ProviderConfig config;
    private final Notices notices;
    private final SharedTransactions<Heard> transactions;

    @Inject
    WebhookIntake(ProviderConfig config, Notices notices, UnitsOfWork units, Vertx vertx, WebhookRecord record) {
        this.config = config;
        this.notices = notices;
        this.transactions = new SharedTransactions<>("provider webhooks", units, vertx, GATHER, record::of);
    }

    /** Whether the provider has sent this, and lately. */
    public boolean isGenuine(String signature, byte[] body) {
        return WebhookSignature.parse(signature)
                .filter(it -> it.isOf(body, config.webhookSecret()))
                .filter(it -> it.isWithin(config.webhookTolerance(), Instant.now()))
                .isPresent();
    }

    /**
     * Completes when what it tells is stored. What is not about one of our payments is no concern of ours.
     *
     * @throws IllegalArgumentException if it is not the JSON of an event
     */
    public Uni<Void> take(byte[] body) {
        return notices.read(body)
                .map(notice -> transactions.run(new Heard(notice, Cause.here())))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
