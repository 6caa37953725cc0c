package dev.orderflow.payment.messaging;

import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Payment;
import dev.orderflow.payment.persistence.AttemptTable;
import dev.orderflow.payment.persistence.PaymentTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Lets payments know facts: load, decide, store, announce, in the caller's transaction. */
@Singleton
public final class PaymentRecorder {

    private final PaymentTable payments;
    private final AttemptTable attempts;
    private final Announcement announcement;

    @Inject
    PaymentRecorder(PaymentTable payments, AttemptTable attempts, Announcement announcement) {
        this.payments = payments;
        this.attempts = attempts;
        this.announcement = announcement;
    }

    /** The results of calls, in this order: three statements for any number of them. */
    public Uni<Void> record(UnitOfWork work, List<Learned> learned) {
        var orders = learned.stream().map(Learned::orderId).distinct().toList();
        return payments.lock(work.sql(), orders).chain(locked -> {
            var lessons = new Lessons(locked);
            learned.forEach(each -> lessons.take(work, each, announcement));
            return store(work, lessons);
        });
    }

    /**
     * Answers what was news to payments that the caller has locked.
     *
     * @param told what teaches something, in this order
     */
    public <T> Uni<List<T>> learn(
            UnitOfWork work, Map<UUID, Payment> locked, List<T> told, Function<T, Learned> lesson) {
        var lessons = new Lessons(locked);
        var news = told.stream()
                .filter(each -> lessons.take(work, lesson.apply(each), announcement))
                .toList();
        return store(work, lessons).replaceWith(news);
    }

    private Uni<Void> store(UnitOfWork work, Lessons lessons) {
        return payments.update(work.sql(), lessons.changed())
                .chain(() -> attempts.note(work.sql(), lessons.attempts()));
    }
}
