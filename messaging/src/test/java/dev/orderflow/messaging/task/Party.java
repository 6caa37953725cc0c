package dev.orderflow.messaging.task;

import dev.orderflow.messaging.journal.NewEvent;
import dev.orderflow.messaging.testing.Call;
import dev.orderflow.messaging.testing.Echoed;
import dev.orderflow.messaging.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * The party outside, and the handler that calls it. What the party was asked is kept; what was recorded is in
 * {@code tally}, by the attempt that recorded it.
 */
class Party implements TaskHandler<Call, String> {

    private static final String RECORD = """
            INSERT INTO tally (id, seen) VALUES ($1, ARRAY[$2::bigint])
            ON CONFLICT (id) DO UPDATE SET seen = tally.seen || excluded.seen""";

    /** An answer that can't be recorded. */
    static final String POISON = "poison";

    final List<Task> calls = new CopyOnWriteArrayList<>();
    final List<Integer> batches = new CopyOnWriteArrayList<>();
    final List<Task> expired = new CopyOnWriteArrayList<>();
    final List<String> superseded = new CopyOnWriteArrayList<>();
    private final Function<Task, Uni<String>> answer;

    Party(Function<Task, Uni<String>> answer) {
        this.answer = answer;
    }

    /** Answers at once. */
    static Party willing() {
        return new Party(task -> Uni.createFrom().item("yes"));
    }

    /** Answers when the test says so. */
    static Party slow(List<UniEmitter<? super String>> open) {
        return new Party(task -> Uni.createFrom().emitter(open::add));
    }

    static Party failing() {
        return new Party(task -> Uni.createFrom().failure(new IllegalStateException("party is away")));
    }

    @Override
    public String kind() {
        return "call";
    }

    @Override
    public Class<Call> payload() {
        return Call.class;
    }

    @Override
    public Uni<String> call(Task task, Call payload) {
        calls.add(task);
        return answer.apply(task);
    }

    @Override
    public Uni<Void> record(UnitOfWork work, List<Answered<Call, String>> answered) {
        batches.add(answered.size());
        return answered.stream()
                .map(each -> record(work, each))
                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
    }

    private Uni<Void> record(UnitOfWork work, Answered<Call, String> answered) {
        var task = answered.task();
        var event = new NewEvent(task.key(), task.attempt(), new Echoed(task.key(), task.attempt()));
        work.append(List.of(event), answered.cause());
        return work.sql()
                .preparedQuery(RECORD)
                .execute(Tuple.of(answered.answer().equals(POISON) ? null : task.key(), (long) task.attempt()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> expired(UnitOfWork work, Task task, Call payload) {
        expired.add(task);
        work.append(List.of(new NewEvent(task.key(), -1, new Echoed(task.key(), -1))));
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> superseded(UnitOfWork work, Task task, Call payload, String answer) {
        superseded.add(answer + " to attempt " + task.attempt());
        return Uni.createFrom().voidItem();
    }
}
