package dev.orderflow.notification.webhook;

import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.trace.Spans;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.domain.HookAddress;
import dev.orderflow.notification.operators.Alert;
import dev.orderflow.notification.operators.OperatorHook;
import dev.orderflow.notification.operators.OperatorsConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Calls the operators' endpoint, signed as customers' are, at least once and under a stable {@code webhook-id}. It may be
 * inside of our network: who configures it vouches for it. Tried until it answers 2xx or the patience ends.
 */
@ApplicationScoped
class OperatorHookHandler implements TaskHandler<OperatorHook, Integer> {

    private static final Logger LOG = Logger.getLogger(OperatorHookHandler.class);

    private final HookSender sender;
    private final EventCodec json;
    private final OperatorsConfig config;

    @Inject
    OperatorHookHandler(HookSender sender, EventCodec json, OperatorsConfig config) {
        this.sender = sender;
        this.json = json;
        this.config = config;
    }

    @Override
    public String kind() {
        return OperatorHook.KIND;
    }

    @Override
    public Class<OperatorHook> payload() {
        return OperatorHook.class;
    }

    @Override
    public Uni<Integer> call(Task task, OperatorHook hook) {
        var body = json.write(OperatorEvent.of(hook.alert()));
        return Spans.ofCall(
                        "POST to operators",
                        () -> sender.post(address(), headers(hook.alert(), body), Buffer.buffer(body)))
                .onItem()
                .transformToUni(status -> status / 100 == 2
                        ? Uni.createFrom().item(status)
                        : Uni.createFrom().failure(new IllegalStateException("it answered " + status)));
    }

    private HookAddress address() {
        var url = config.webhookUrl().orElseThrow(() -> new IllegalStateException("there is no endpoint any more"));
        return HookAddress.vouchedFor(url).orElseThrow();
    }

    private MultiMap headers(Alert alert, String body) {
        var seconds = Instant.now().getEpochSecond();
        var id = alert.id().toString();
        var signature = WebhookSignature.of(
                id, seconds, body, List.of(config.webhookSecret().orElseThrow()));
        return WebhookHeaders.of(id, seconds, signature);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<OperatorHook, Integer>> answered) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, OperatorHook hook) {
        LOG.errorf(
                "the operators' endpoint was not told %s of %s in time",
                hook.alert().type(), task.key());
        return Uni.createFrom().voidItem();
    }
}
