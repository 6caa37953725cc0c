package dev.orderflow.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.testing.Database;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import dev.orderflow.messaging.testing.Wiring;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedTransactionsIT {

    private static final String CULPRIT = "culprit";

    private final Database database = Database.create();
    private final Wiring wiring = Wiring.on(database, new TestTypes("ticks", "echoes"));
    private final CompletableFuture<Void> firstMayCommit = new CompletableFuture<>();
    private final List<List<String>> batches = new CopyOnWriteArrayList<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final SharedTransactions<String> shared = gathering(Duration.ZERO);

    @AfterEach
    void close() {
        wiring.close();
    }

    private Uni<Set<String>> work(UnitOfWork unit, List<String> parts) {
        batches.add(parts);
        if (parts.contains(CULPRIT)) {
            return Uni.createFrom().failure(new IllegalStateException(CULPRIT));
        }
        var leftOut = Set.copyOf(held);
        parts.stream()
                .filter(part -> !leftOut.contains(part))
                .forEach(part -> unit.append(List.of(Ticked.event(part, 1))));
        return Uni.createFrom().completionStage(firstMayCommit).replaceWith(leftOut);
    }

    @Test
    void givesThoseThatComeWhileOneRunsTheNextTogether() {
        var first = begun("first");
        var others = List.of(run("a"), run("b"), run("c"));
        assertThat(others).noneMatch(CompletableFuture::isDone);

        firstMayCommit.complete(null);
        first.join();
        others.forEach(CompletableFuture::join);

        assertThat(batches).containsExactly(List.of("first"), List.of("a", "b", "c"));
        assertThat(committed()).containsExactlyInAnyOrder("first", "a", "b", "c");
    }

    @Test
    void givesThoseThatComeSoonAfterOneTheNextTogether() {
        var gathering = gathering(Duration.ofSeconds(3));
        var first = begun("first", gathering);
        var early = gathering.run("early").subscribeAsCompletionStage();

        firstMayCommit.complete(null);
        first.join();
        join(gathering.run("late"));
        early.join();

        assertThat(batches).containsExactly(List.of("first"), List.of("early", "late"));
    }

    @Test
    void gathersNoLongerThanManyCanWait() {
        firstMayCommit.complete(null);
        var gathering = gathering(Duration.ofMinutes(1));

        join(gathering.run("first"));
        var many = IntStream.range(0, 8)
                .mapToObj(n -> gathering.run("part-" + n).subscribeAsCompletionStage())
                .toList();

        many.forEach(CompletableFuture::join);
    }

    @Test
    void failsOnlyThePartThatCannotBeDone() {
        begun("first");
        var others = List.of(run("a"), run("b"), run("c"));
        var culprit = run(CULPRIT);

        firstMayCommit.complete(null);
        others.forEach(CompletableFuture::join);

        assertThatThrownBy(culprit::join).rootCause().isInstanceOf(IllegalStateException.class);
        assertThat(committed()).containsExactlyInAnyOrder("first", "a", "b", "c");
    }

    @Test
    void doesInALaterOneWhatWasLeft() {
        firstMayCommit.complete(null);
        held.add("held");
        var gathering = gathering(Duration.ofMillis(10));
        var late = gathering.run("held").subscribeAsCompletionStage();
        await().until(() -> batches.size() > 2);

        join(gathering.run("free"));

        assertThat(late).isNotDone();
        held.clear();
        late.join();
        assertThat(committed()).containsExactlyInAnyOrder("free", "held");
    }

    @Test
    void sendsAwayWhatIsLeftForTooLong() {
        firstMayCommit.complete(null);
        held.add("held");
        var impatient = new SharedTransactions<String>(
                "impatient", wiring.units, wiring.vertx, Duration.ofMillis(10), this::work, Duration.ofSeconds(2));

        assertThatThrownBy(() -> join(impatient.run("held"))).rootCause().isInstanceOf(TimeoutException.class);
        // No turn that began before has it any more.
        join(impatient.run("next"));
        held.clear();
        join(impatient.run("last"));

        assertThat(committed()).containsExactlyInAnyOrder("next", "last");
    }

    @Test
    void doesOthersThoughMoreAreLeftThanABatchHolds() {
        firstMayCommit.complete(null);
        var many = IntStream.range(0, 250).mapToObj(n -> "held-" + n).toList();
        held.addAll(many);
        var gathering = gathering(Duration.ofMillis(10));
        var late = many.stream()
                .map(part -> gathering.run(part).subscribeAsCompletionStage())
                .toList();
        await().until(() -> batches.size() > 3);

        join(gathering.run("free"));

        assertThat(late).noneMatch(CompletableFuture::isDone);
        held.clear();
        late.forEach(CompletableFuture::join);
        assertThat(committed()).hasSize(251);
    }

    @Test
    void doesNotBeginWhatNobodyWaitsForAnyMore() {
        var impatient = new SharedTransactions<String>(
                "impatient", wiring.units, wiring.vertx, Duration.ZERO, this::work, Duration.ofMillis(200));
        var first = begun("first", impatient);
        var late = impatient.run("late").subscribeAsCompletionStage();

        assertThatThrownBy(late::join).rootCause().isInstanceOf(TimeoutException.class);
        assertThatThrownBy(first::join).rootCause().isInstanceOf(TimeoutException.class);
        firstMayCommit.complete(null);
        impatient.run("next").subscribeAsCompletionStage().join();

        assertThat(committed()).containsExactlyInAnyOrder("first", "next");
    }

    @Test
    void refusesWhatFindsTooManyWaiting() {
        begun("first");
        var waiting = IntStream.range(0, 1_000).mapToObj(n -> run("part-" + n)).toList();

        assertThatThrownBy(run("one too many")::join).rootCause().isInstanceOf(TimeoutException.class);

        firstMayCommit.complete(null);
        waiting.forEach(CompletableFuture::join);
    }

    private SharedTransactions<String> gathering(Duration gather) {
        return new SharedTransactions<>("test", wiring.units, wiring.vertx, gather, this::work);
    }

    private static void join(Uni<Void> part) {
        part.subscribeAsCompletionStage().join();
    }

    /** Runs alone until it may commit. */
    private CompletableFuture<Void> begun(String part) {
        return begun(part, shared);
    }

    private CompletableFuture<Void> begun(String part, SharedTransactions<String> transactions) {
        var running = transactions.run(part).subscribeAsCompletionStage();
        await().until(() -> batches.size() == 1);
        return running;
    }

    private CompletableFuture<Void> run(String part) {
        return shared.run(part).subscribeAsCompletionStage();
    }

    private List<String> committed() {
        return database.column("SELECT key FROM journal");
    }
}
