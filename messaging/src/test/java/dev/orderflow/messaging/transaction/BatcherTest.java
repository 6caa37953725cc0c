package dev.orderflow.messaging.transaction;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BatcherTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<List<Integer>, CompletableFuture<List<Integer>>> open = new ConcurrentHashMap<>();

    @AfterAll
    static void close() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void letsNobodyWaitWhoAsksAlone() throws Exception {
        var squares = new Batcher<>(VERTX, LONG, this::atOnce);

        assertThat(ask(squares, 3).get(30, SECONDS)).isEqualTo(9);
        assertThat(statements).containsExactly(List.of(3));
    }

    @Test
    void answersAllWhoCameMeanwhileWithTheNextStatementAndAHundredAtOnce() throws Exception {
        var squares = new Batcher<>(VERTX, LONG, LONG, this::whenLetGo);
        var asked = askOneAfterTheOther(squares, 110);

        await().until(() -> statements.size() == 2);
        letGo(List.of(1));
        letGo(IntStream.rangeClosed(2, 101).boxed().toList());
        await().until(() -> statements.size() == 3);
        letGo(IntStream.rangeClosed(102, 110).boxed().toList());

        for (int n = 1; n <= 110; n++) {
            assertThat(asked.get(n - 1).get(30, SECONDS)).isEqualTo(n * n);
        }
    }

    @Test
    void waitsForNoStatementThatTakesLongButForTheFourth() throws Exception {
        var squares = new Batcher<>(VERTX, LONG, Duration.ofMillis(1), this::whenLetGo);
        for (int n = 1; n <= 4; n++) {
            ask(squares, n);
            int begun = n;
            await().until(() -> statements.size() == begun);
        }
        var fifth = ask(squares, 5);
        assertThat(statements).containsExactly(List.of(1), List.of(2), List.of(3), List.of(4));

        letGo(List.of(2));
        await().until(() -> statements.size() == 5);
        letGo(List.of(5));

        assertThat(fifth.get(30, SECONDS)).isEqualTo(25);
    }

    @Test
    void failsOnlyWhatFailsAlone() throws Exception {
        var squares = new Batcher<>(VERTX, LONG, LONG, this::unless13);
        var asked = askOneAfterTheOther(squares, 40);
        await().until(() -> statements.size() == 1);
        open.values().forEach(gate -> gate.complete(null));

        for (int n = 1; n <= 40; n++) {
            var answer = asked.get(n - 1);
            if (n == 13) {
                assertThatThrownBy(() -> answer.get(30, SECONDS)).hasRootCauseMessage("thirteen");
            } else {
                assertThat(answer.get(30, SECONDS)).isEqualTo(n * n);
            }
        }
    }

    /** As on a server that is frozen: neither those whose statement runs wait for ever nor those behind them. */
    @Test
    void letsNobodyWaitForStatementsThatHang() {
        var squares = new Batcher<>(VERTX, Duration.ofSeconds(1), this::whenLetGo);
        var asked = askOneAfterTheOther(squares, 5);

        for (var answer : asked) {
            assertThatThrownBy(() -> answer.get(30, SECONDS)).hasRootCauseInstanceOf(StillRunningException.class);
        }
    }

    @Test
    void goesOnAfterStatementsThatHung() throws Exception {
        var squares = new Batcher<Integer, Integer>(
                VERTX, Duration.ofSeconds(1), keys -> keys.contains(7) ? atOnce(keys) : whenLetGo(keys));
        askOneAfterTheOther(squares, 4)
                .forEach(hung ->
                        assertThatThrownBy(() -> hung.get(30, SECONDS)).hasRootCauseInstanceOf(TimeoutException.class));

        var next = ask(squares, 7);

        assertThat(next.get(30, SECONDS)).isEqualTo(49);
    }

    @Test
    void goesOnWhereItWasAsked() throws Exception {
        var squares = new Batcher<>(VERTX, LONG, this::atOnce);
        var caller = VERTX.getOrCreateContext();
        var seen = new CompletableFuture<Context>();

        caller.runOnContext(ignored -> squares.ask(2)
                .subscribe()
                .with(answer -> seen.complete(Vertx.currentContext()), seen::completeExceptionally));

        assertThat(seen.get(30, SECONDS)).isSameAs(caller);
    }

    private CompletableFuture<Integer> ask(Batcher<Integer, Integer> lookup, int n) {
        return lookup.ask(n).subscribeAsCompletionStage();
    }

    private List<CompletableFuture<Integer>> askOneAfterTheOther(Batcher<Integer, Integer> lookup, int many) {
        var asked = new ArrayList<CompletableFuture<Integer>>();
        for (int n = 1; n <= many; n++) {
            asked.add(ask(lookup, n));
        }
        return asked;
    }

    private Uni<List<Integer>> atOnce(List<Integer> keys) {
        statements.add(keys);
        return Uni.createFrom().item(squares(keys));
    }

    private Uni<List<Integer>> whenLetGo(List<Integer> keys) {
        var gate = open.computeIfAbsent(keys, any -> new CompletableFuture<>());
        statements.add(keys);
        return Uni.createFrom().completionStage(gate);
    }

    private void letGo(List<Integer> keys) {
        open.get(keys).complete(squares(keys));
    }

    /** The first one waits, so that the others share. */
    private Uni<List<Integer>> unless13(List<Integer> keys) {
        if (statements.isEmpty()) {
            var gate = open.computeIfAbsent(keys, any -> new CompletableFuture<>());
            statements.add(keys);
            return Uni.createFrom().completionStage(gate).replaceWith(squares(keys));
        }
        return keys.contains(13)
                ? Uni.createFrom().failure(new IllegalStateException("thirteen"))
                : Uni.createFrom().item(squares(keys));
    }

    private static List<Integer> squares(List<Integer> keys) {
        return keys.stream().map(n -> n * n).toList();
    }
}
