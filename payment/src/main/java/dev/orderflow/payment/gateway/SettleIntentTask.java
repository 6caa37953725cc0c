package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.IntentToEnd;
import dev.orderflow.payment.messaging.TaskKinds;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Looks up what became of an intent, and cancels one that is still open. Never gives up: each deadline begins another. */
@Singleton
class SettleIntentTask extends ProviderTask<IntentToEnd> {

    private final IntentEnd end;

    @Inject
    SettleIntentTask(ProviderTask.Parts parts, IntentEnd end) {
        super(parts);
        this.end = end;
    }

    @Override
    public String kind() {
        return TaskKinds.SETTLE_INTENT;
    }

    @Override
    public Class<IntentToEnd> payload() {
        return IntentToEnd.class;
    }

    @Override
    Uni<Fact> ask(Task task, IntentToEnd intent) {
        return end.lookUp(intent, () -> end.cancel(task, intent));
    }

    @Override
    Fact afterDeadline(IntentToEnd intent) {
        return new Fact.Unresolved();
    }
}
