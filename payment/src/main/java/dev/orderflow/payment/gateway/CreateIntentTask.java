package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.domain.PaymentStatus;
import dev.orderflow.payment.messaging.IntentToCreate;
import dev.orderflow.payment.messaging.TaskKinds;
import dev.orderflow.payment.persistence.PaymentTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Step one: an intent, unconfirmed, so that its id is known before any money can move. */
@Singleton
class CreateIntentTask extends ProviderTask<IntentToCreate> {

    private final PaymentProvider provider;
    private final PaymentTable payments;
    private final Pool pool;

    @Inject
    CreateIntentTask(ProviderTask.Parts parts, PaymentProvider provider, PaymentTable payments, Pool pool) {
        super(parts);
        this.provider = provider;
        this.payments = payments;
        this.pool = pool;
    }

    @Override
    public String kind() {
        return TaskKinds.CREATE_INTENT;
    }

    @Override
    public Class<IntentToCreate> payload() {
        return IntentToCreate.class;
    }

    /** A later attempt may find that the order was cancelled meanwhile. */
    @Override
    Uni<Fact> ask(Task task, IntentToCreate wanted) {
        return task.attempt() == 1
                ? provider.create(wanted).map(CreateIntentTask::fact)
                : payments.status(pool, wanted.orderId())
                        .chain(status -> status == PaymentStatus.CREATING ? again(task, wanted) : notWanted());
    }

    @Override
    Fact afterDeadline(IntentToCreate wanted) {
        return new Fact.NotCreated("provider-unavailable");
    }

    Uni<Fact> again(Task task, IntentToCreate wanted) {
        return provider.create(wanted)
                .onFailure(ProviderUnavailableException::mayBeKept)
                .recoverWithUni(() -> provider.createAnew(wanted, task))
                .map(CreateIntentTask::fact);
    }

    private static Uni<Fact> notWanted() {
        return Uni.createFrom().item(new Fact.NotCreated("not-wanted"));
    }

    private static Fact fact(StripeIntent intent) {
        return intent.error() == null
                ? new Fact.IntentCreated(intent.id())
                : new Fact.NotCreated(intent.error().reason());
    }
}
