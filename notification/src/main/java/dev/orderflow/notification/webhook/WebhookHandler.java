package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.persistence.Dispatches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Sends an event to its customer's endpoint, at least once and in no order: a crash between the answer and its record
 * sends it again, with the same {@code webhook-id}. A task is one attempt; its record schedules the next one, because an
 * endpoint's pauses are hours and everybody's attempts are to be seen.
 */
@ApplicationScoped
class WebhookHandler implements TaskHandler<WebhookTask, HookAnswer> {

    private final Dispatches dispatches;
    private final HookCall call;
    private final WebhookRecord record;
    private final Pool pool;

    @Inject
    WebhookHandler(Dispatches dispatches, HookCall call, WebhookRecord record, Pool pool) {
        this.dispatches = dispatches;
        this.call = call;
        this.record = record;
        this.pool = pool;
    }

    @Override
    public String kind() {
        return WebhookTasks.KIND;
    }

    @Override
    public Class<WebhookTask> payload() {
        return WebhookTask.class;
    }

    @Override
    public Uni<HookAnswer> call(Task task, WebhookTask hook) {
        return dispatches
                .find(pool, hook.delivery(), hook.round())
                .chain(found ->
                        found.map(call::make).orElseGet(() -> Uni.createFrom().item(new HookAnswer.Outdated())));
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<WebhookTask, HookAnswer>> answered) {
        return record.of(work, answered.stream().map(Attempt::of).toList());
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, WebhookTask hook) {
        return record.of(work, List.of(Attempt.late(hook)));
    }
}
