package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.domain.Outcome.Applied;
import dev.orderflow.payment.domain.Outcome.Ignored;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.domain.PaymentRules;
import dev.orderflow.payment.persistence.Attempt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The working set of a unit of work: locked payments, what they have learned so far, and what is to be written. */
final class Lessons {

    private static final Logger LOG = Logger.getLogger(Lessons.class);

    private final Map<UUID, Payment> locked;
    private final Map<UUID, Payment> changed = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();

    Lessons(Map<UUID, Payment> locked) {
        this.locked = locked;
    }

    /** Answers whether that was news. */
    boolean take(UnitOfWork work, Learned learned, Announcement announcement) {
        var payment = changed.getOrDefault(learned.orderId(), locked.get(learned.orderId()));
        if (payment == null) {
            throw new IllegalStateException("no payment of " + learned.orderId());
        }
        return switch (PaymentRules.decide(payment, learned.fact())) {
            case Applied applied -> apply(work, payment, learned, applied, announcement);
            case Ignored(var reason) -> ignored(payment, learned.fact(), reason);
        };
    }

    /** What stays as it was is not written: whoever compares the books would take it for a change. */
    private boolean apply(
            UnitOfWork work, Payment before, Learned learned, Applied applied, Announcement announcement) {
        work.append(announcement.events(before, applied), learned.cause())
                .schedule(announcement.tasks(applied), learned.cause());
        if (applied.changes(before)) {
            changed.put(before.orderId(), applied.next());
            attempts.add(new Attempt(before.orderId(), learned.fact().outcome()));
        }
        return true;
    }

    private static boolean ignored(Payment payment, Fact fact, String reason) {
        LOG.debugf("%s of %s ignored: %s", fact.outcome(), payment.orderId(), reason);
        return false;
    }

    Collection<Payment> changed() {
        return changed.values();
    }

    List<Attempt> attempts() {
        return attempts;
    }
}
