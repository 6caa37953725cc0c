package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.messaging.PaymentRecorder;
import dev.orderflow.payment.persistence.PaymentTable;
import dev.orderflow.payment.persistence.ProviderEventTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** The effect of one webhook, in one transaction. */
@Singleton
class WebhookRecord {

    private static final Logger LOG = Logger.getLogger(WebhookRecord.class);

    private final PaymentTable payments;
    private final ProviderEventTable events;
    private final PaymentRecorder recorder;

    @Inject
    WebhookRecord(PaymentTable payments, ProviderEventTable events, PaymentRecorder recorder) {
        this.payments = payments;
        this.events = events;
        this.recorder = recorder;
    }

    /** The payment is locked first, so that two deliveries of one event come one after the other. */
    Uni<Void> of(UnitOfWork work, Notice notice) {
        return payments.lockByIntent(work.sql(), notice.intentId())
                .chain(payment -> payment.isPresent() ? once(work, notice, payment.get()) : foreign(notice));
    }

    private Uni<Void> once(UnitOfWork work, Notice notice, Payment payment) {
        return events.isKnown(work.sql(), notice.eventId())
                .chain(known -> known ? Uni.createFrom().voidItem() : learn(work, notice, payment));
    }

    /** Remembered only if it was news: one that came before its time, and comes again, is heard again. */
    private Uni<Void> learn(UnitOfWork work, Notice notice, Payment payment) {
        return recorder.learn(work, payment, notice.fact())
                .chain(news -> news
                        ? events.mark(work.sql(), notice.eventId(), notice.type())
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> foreign(Notice notice) {
        LOG.infof("%s of %s is about none of our payments", notice.type(), notice.intentId());
        return Uni.createFrom().voidItem();
    }
}
