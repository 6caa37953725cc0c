package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Outcome.Ignored;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentRules;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.persistence.AttemptTable;
import dev.orderflow.payment.persistence.PaymentTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets a payment know a fact: load, decide, store, announce, in the caller's transaction. */
@Singleton
public final class PaymentRecorder {

    private static final Logger LOG = Logger.getLogger(PaymentRecorder.class);

    private final PaymentTable payments;
    private final AttemptTable attempts;
    private final Announcement announcement;

    @Inject
    PaymentRecorder(PaymentTable payments, AttemptTable attempts, Announcement announcement) {
        this.payments = payments;
        this.attempts = attempts;
        this.announcement = announcement;
    }

    /** The result of a call for this order. */
    public Uni<Void> record(UnitOfWork work, UUID orderId, Fact fact) {
        return payments.lock(work.sql(), orderId)
                .map(locked -> locked.orElseThrow(() -> new IllegalStateException("no payment of " + orderId)))
                .chain(payment -> learn(work, payment, fact))
                .replaceWithVoid();
    }

    /** Answers whether a payment that the caller has locked has taken the fact in. */
    public Uni<Boolean> learn(UnitOfWork work, Payment payment, Fact fact) {
        return switch (PaymentRules.decide(payment, fact)) {
            case Applied applied -> apply(work, payment, fact, applied).replaceWith(true);
            case Ignored(var reason) -> Uni.createFrom().item(ignored(payment, fact, reason));
        };
    }

    private static boolean ignored(Payment payment, Fact fact, String reason) {
        LOG.debugf("%s of %s ignored: %s", fact.outcome(), payment.orderId(), reason);
        return false;
    }

    private Uni<Void> apply(UnitOfWork work, Payment before, Fact fact, Applied applied) {
        warnOfStrandedMoney(applied);
        work.append(announcement.events(before, applied)).schedule(announcement.tasks(applied));
        var stored = payments.update(work.sql(), List.of(applied.next()));
        return applied.next().isAt(before)
                ? stored
                : stored.chain(() -> attempts.note(work.sql(), before.orderId(), fact.outcome()));
    }

    /** Nobody waits for this refund, so no event tells that it failed. */
    private static void warnOfStrandedMoney(Applied applied) {
        var payment = applied.next();
        if (payment.status() == PaymentStatus.REFUND_FAILED && applied.events().isEmpty()) {
            LOG.errorf(
                    "order %s is not paid for, but its %s could not be refunded",
                    payment.orderId(), payment.funds().captured());
        }
    }
}
