package dev.orderflow.notification.operators;

import dev.orderflow.messaging.journal.Cause;
import dev.orderflow.messaging.task.Answered;
import dev.orderflow.messaging.task.Task;
import dev.orderflow.messaging.task.TaskHandler;
import dev.orderflow.messaging.transaction.UnitOfWork;
import dev.orderflow.notification.operators.Alert.FailedEvents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Ends the gathering of a service's dead letters, each told once: they go with the tasks that tell of them, in one
 * transaction. Calls nobody itself; what it waits for is its time.
 */
@ApplicationScoped
class LetterDigestHandler implements TaskHandler<LetterDigest, Boolean> {

    private final GatheredLetters gathered;
    private final Operators operators;

    @Inject
    LetterDigestHandler(GatheredLetters gathered, Operators operators) {
        this.gathered = gathered;
        this.operators = operators;
    }

    @Override
    public String kind() {
        return LetterDigest.KIND;
    }

    @Override
    public Class<LetterDigest> payload() {
        return LetterDigest.class;
    }

    @Override
    public Uni<Boolean> call(Task task, LetterDigest digest) {
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<LetterDigest, Boolean>> answered) {
        var ids = answered.stream()
                .collect(Collectors.toMap(
                        each -> each.payload().service(), each -> each.task().id(), (one, other) -> one));
        return end(work, ids);
    }

    /** However late: the letters are there. */
    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, LetterDigest digest) {
        return end(work, Map.of(digest.service(), task.id()));
    }

    private Uni<Void> end(UnitOfWork work, Map<String, UUID> ids) {
        return gathered.take(work.sql(), ids.keySet())
                .invoke(found -> found.forEach(letters -> tell(work, ids.get(letters.service()), letters)))
                .replaceWithVoid();
    }

    private void tell(UnitOfWork work, UUID id, FailedEvents letters) {
        var now = Instant.now();
        work.schedule(operators.tell(Alert.of(id, letters, now), now), Cause.here());
    }
}
