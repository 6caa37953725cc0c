package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.messaging.IntentToEnd;
import dev.orderflow.payment.messaging.TaskKinds;
import dev.orderflow.payment.persistence.PaymentTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Step two: confirm, which takes the money. After an attempt whose outcome is unknown the intent is looked up first, and
 * confirmed again only if nothing has happened to it and the order still wants to be paid.
 */
@Singleton
class ConfirmIntentTask extends ProviderTask<IntentToEnd> {

    private final PaymentProvider provider;
    private final IntentEnd end;
    private final PaymentTable payments;
    private final Pool pool;

    @Inject
    ConfirmIntentTask(
            ProviderTask.Parts parts, PaymentProvider provider, IntentEnd end, PaymentTable payments, Pool pool) {
        super(parts);
        this.provider = provider;
        this.end = end;
        this.payments = payments;
        this.pool = pool;
    }

    @Override
    public String kind() {
        return TaskKinds.CONFIRM_INTENT;
    }

    @Override
    public Class<IntentToEnd> payload() {
        return IntentToEnd.class;
    }

    @Override
    Uni<Fact> ask(Task task, IntentToEnd intent) {
        return task.attempt() == 1 ? confirm(task, intent) : end.lookUp(intent, () -> goOn(task, intent));
    }

    @Override
    Fact afterDeadline(IntentToEnd intent) {
        return new Fact.Unresolved();
    }

    private Uni<Fact> goOn(Task task, IntentToEnd intent) {
        return payments.status(pool, intent.orderId())
                .chain(status ->
                        status == PaymentStatus.AUTHORISING ? confirm(task, intent) : end.cancel(task, intent));
    }

    private Uni<Fact> confirm(Task task, IntentToEnd intent) {
        return provider.confirm(intent, task).chain(reply -> end.factOf(intent, reply));
    }
}
