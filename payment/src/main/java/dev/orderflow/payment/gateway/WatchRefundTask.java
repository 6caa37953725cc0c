package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Lane;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.RefundToWatch;
import dev.orderflow.payment.messaging.TaskKinds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Asks what became of a refund that was accepted: a webhook tells sooner, but may never come. */
@Singleton
class WatchRefundTask extends ProviderTask<RefundToWatch> {

    private final PaymentProvider provider;

    @Inject
    WatchRefundTask(ProviderTask.Parts parts, PaymentProvider provider) {
        super(parts);
        this.provider = provider;
    }

    @Override
    public String kind() {
        return TaskKinds.WATCH_REFUND;
    }

    @Override
    public Class<RefundToWatch> payload() {
        return RefundToWatch.class;
    }

    /** Neither a capture nor a customer waits for it. */
    @Override
    public Lane lane() {
        return Lane.LOOKS;
    }

    @Override
    Uni<Fact> ask(Task task, RefundToWatch watched) {
        return provider.refund(watched.refundId()).map(refund -> fact(watched, refund));
    }

    @Override
    Fact afterDeadline(RefundToWatch watched) {
        return new Fact.RefundUnderWay(watched.refundId(), watched.looks());
    }

    private static Fact fact(RefundToWatch watched, StripeRefund refund) {
        if (refund.error() != null) {
            return new Fact.RefundBroke(watched.refundId(), refund.error().reason());
        }
        return RefundFacts.of(refund).orElseGet(() -> new Fact.RefundUnderWay(refund.id(), watched.looks() + 1));
    }
}
