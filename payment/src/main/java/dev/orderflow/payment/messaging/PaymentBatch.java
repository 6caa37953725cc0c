package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.payment.domain.Input;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Outcome.Ignored;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The locked payments of one batch and what has become of them so far. */
final class PaymentBatch {

    private final Map<UUID, Payment> payments;
    private final Map<UUID, Payment> changed = new HashMap<>();
    private final Announcement announcement;

    PaymentBatch(Map<UUID, Payment> payments, Announcement announcement) {
        this.payments = new HashMap<>(payments);
        this.announcement = announcement;
    }

    Decision decide(UUID orderId, Input input) {
        var payment = payments.get(orderId);
        return switch (PaymentRules.decide(payment, input)) {
            case Applied applied -> apply(payment, applied);
            case Ignored(var reason) -> Decision.ignored(reason);
        };
    }

    private Decision apply(Payment before, Applied applied) {
        payments.put(before.orderId(), applied.next());
        changed.put(before.orderId(), applied.next());
        return new Decision.Applied(announcement.events(before, applied), announcement.tasks(applied));
    }

    Collection<Payment> changed() {
        return changed.values();
    }
}
