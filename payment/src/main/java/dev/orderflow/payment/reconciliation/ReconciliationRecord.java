package dev.orderflow.payment.reconciliation;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.domain.reconciliation.Booked;
import dev.orderflow.payment.domain.reconciliation.Finding;
import dev.orderflow.payment.domain.reconciliation.Kept;
import dev.orderflow.payment.gateway.Excerpt;
import dev.orderflow.payment.messaging.Learned;
import dev.orderflow.payment.messaging.PaymentRecorder;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares an excerpt of the provider's books with ours and stores what differs, in one transaction. A payment that has
 * given up a refund which is in those books is told of it: the webhook may have come while it was still trying.
 */
@Singleton
final class ReconciliationRecord {

    private static final int LOOK_UPS_AT_ONCE = 100;

    private final RunTable runs;
    private final KeptTable payments;
    private final DifferenceTable differences;
    private final PaymentRecorder recorder;

    @Inject
    ReconciliationRecord(RunTable runs, KeptTable payments, DifferenceTable differences, PaymentRecorder recorder) {
        this.runs = runs;
        this.payments = payments;
        this.differences = differences;
        this.recorder = recorder;
    }

    /** Answers what is to be asked next; empty if the run has ended, or was given up for a newer one. */
    Uni<Optional<ReconciliationStep>> of(UnitOfWork work, ReconciliationStep step, Excerpt excerpt) {
        return runs.lock(work.sql(), step.run())
                .chain(current -> current
                        ? payments.of(work.sql(), excerpt.intents())
                                .chain(kept -> store(work, step, compare(step, excerpt, kept)))
                                .chain(() -> next(work, step, excerpt))
                        : Uni.createFrom().item(Optional.empty()));
    }

    private static List<Compared> compare(ReconciliationStep step, Excerpt excerpt, Map<String, Kept> kept) {
        var booked = excerpt.booked().stream().collect(Collectors.toMap(Booked::intentId, Function.identity()));
        return excerpt.intents().stream()
                .map(intent -> Compared.of(intent, booked.get(intent), kept.get(intent), step.to()))
                .toList();
    }

    private Uni<Void> store(UnitOfWork work, ReconciliationStep step, List<Compared> all) {
        var found = all.stream().filter(each -> each.finding().isDifference()).toList();
        var agreed = intents(all, each -> each.finding() == Finding.AGREES);
        return differences
                .found(work.sql(), step.run(), found)
                .chain(() -> differences.mended(work.sql(), agreed))
                .chain(() -> payments.markSeen(work.sql(), intents(all, each -> true)))
                .chain(() -> runs.progress(work.sql(), all.size()))
                .chain(() -> tell(work, found));
    }

    private Uni<Void> tell(UnitOfWork work, List<Compared> found) {
        var paidBack = found.stream()
                .filter(Compared::isPaidBackAfterAll)
                .map(each -> new Learned(each.here().orderId(), new Fact.ChargeRefunded(each.intent()), Cause.here()))
                .toList();
        return paidBack.isEmpty() ? Uni.createFrom().voidItem() : recorder.record(work, paidBack);
    }

    private static List<String> intents(List<Compared> all, Predicate<Compared> which) {
        return all.stream().filter(which).map(Compared::intent).toList();
    }

    private Uni<Optional<ReconciliationStep>> next(UnitOfWork work, ReconciliationStep step, Excerpt excerpt) {
        if (excerpt.next() != null) {
            return Uni.createFrom().item(Optional.of(step.listing(excerpt.next())));
        }
        if (step.lookUps().size() > 1) {
            var left = step.lookUps().subList(1, step.lookUps().size());
            return Uni.createFrom().item(Optional.of(step.lookingUp(left)));
        }
        return payments.unseen(work.sql(), step, LOOK_UPS_AT_ONCE)
                .chain(left ->
                        left.isEmpty() ? finish(work) : Uni.createFrom().item(Optional.of(step.lookingUp(left))));
    }

    private Uni<Optional<ReconciliationStep>> finish(UnitOfWork work) {
        return runs.finish(work.sql()).replaceWith(Optional.empty());
    }
}
