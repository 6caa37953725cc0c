package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.RefundToMake;
import dev.orderflow.payment.messaging.TaskKinds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Pays back all that is left. What was paid back before, by a call whose answer got lost, is found again. */
@Singleton
class RefundTask extends ProviderTask<RefundToMake> {

    private static final String NOTHING_LEFT = "charge_already_refunded";
    /** Some fifty seconds with the pauses between them: a provider that is away for shorter costs no try of the refund. */
    private static final int PATIENT_ATTEMPTS = 8;

    private static final String PROVIDER_FAILED = "provider-failed";

    private final PaymentProvider provider;

    @Inject
    RefundTask(ProviderTask.Parts parts, PaymentProvider provider) {
        super(parts);
        this.provider = provider;
    }

    @Override
    public String kind() {
        return TaskKinds.REFUND;
    }

    @Override
    public Class<RefundToMake> payload() {
        return RefundToMake.class;
    }

    @Override
    Uni<Fact> ask(Task task, RefundToMake refund) {
        return provider.refund(refund)
                .chain(reply -> fact(refund, reply))
                .onFailure(
                        failure -> task.attempt() > PATIENT_ATTEMPTS && ProviderUnavailableException.mayBeKept(failure))
                .recoverWithUni(() -> found(refund, PROVIDER_FAILED));
    }

    @Override
    Fact afterDeadline(RefundToMake refund) {
        return new Fact.RefundUnresolved(refund.refundTry());
    }

    private Uni<Fact> fact(RefundToMake refund, StripeRefund reply) {
        if (reply.error() != null && reply.error().is(NOTHING_LEFT)) {
            return found(refund, NOTHING_LEFT);
        }
        return Uni.createFrom().item(answer(refund, reply));
    }

    private static Fact answer(RefundToMake refund, StripeRefund reply) {
        if (reply.error() != null) {
            return new Fact.RefundRefused(refund.refundTry(), reply.error().reason());
        }
        if (reply.hasFailed()) {
            return new Fact.RefundRefused(refund.refundTry(), reply.whyFailed());
        }
        return reply.hasSucceeded()
                ? new Fact.Refunded(refund.refundTry(), reply.id())
                : new Fact.RefundPending(refund.refundTry(), reply.id());
    }

    /**
     * What there is, if that is all, or that this try came to nothing: the next one has another key, and pays back what is
     * left then.
     */
    private Uni<Fact> found(RefundToMake refund, String otherwise) {
        return provider.refunds(refund.intentId()).map(found -> earlier(refund, found, otherwise));
    }

    private static Fact earlier(RefundToMake refund, StripeRefunds refunds, String otherwise) {
        return refunds.error() != null
                ? new Fact.RefundRefused(refund.refundTry(), refunds.error().reason())
                : refunds.payingBack(refund.captured())
                        .map(found -> answer(refund, found))
                        .orElseGet(() -> new Fact.RefundRefused(refund.refundTry(), otherwise));
    }
}
