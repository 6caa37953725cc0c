package dev.orderflow.messaging.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    /** A statement that runs until the test ends it. */
    private record Statement(List<String> keys, UniEmitter<? super Map<String, Integer>> end) {}

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<Statement> statements = new LinkedBlockingQueue<>();
    private final SharedReads<String, Integer> reads = new SharedReads<>(
            "test", vertx, keys -> Uni.createFrom().emitter(end -> statements.add(new Statement(keys, end))));

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksAtOnceForWhatComesAlone() throws Exception {
        var answer = ask("a");

        var statement = next();
        assertThat(statement.keys()).containsExactly("a");
        statement.end().complete(Map.of("a", 1));
        assertThat(answer.get(10, TimeUnit.SECONDS)).contains(1);
    }

    @Test
    void asksOnceForAllThatComeMeanwhile() throws Exception {
        ask("first");
        var first = next();
        var a = ask("a");
        var b = ask("b");
        var again = ask("a");
        assertThat(statements).isEmpty();

        first.end().complete(Map.of());
        var second = next();
        assertThat(second.keys()).containsExactly("a", "b");
        second.end().complete(Map.of("a", 1));

        assertThat(a.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(again.get(10, TimeUnit.SECONDS)).contains(1);
        assertThat(b.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void tellsAllWhoShareItOfAFailureAndGoesOn() throws Exception {
        ask("first");
        var first = next();
        var a = ask("a");
        var b = ask("b");
        first.end().complete(Map.of());

        next().end().fail(new IllegalStateException("away"));
        for (var each : List.of(a, b)) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS)).hasRootCauseMessage("away");
        }

        var later = ask("c");
        next().end().complete(Map.of("c", 3));
        assertThat(later.get(10, TimeUnit.SECONDS)).contains(3);
    }

    @Test
    void goesOnOnTheContextOfTheCaller() throws Exception {
        var context = vertx.getOrCreateContext();
        var seen = new CompletableFuture<Boolean>();
        context.runOnContext(ignored -> reads.find("a")
                .subscribe()
                .with(found -> seen.complete(Vertx.currentContext() == context), seen::completeExceptionally));

        var statement = next();
        new Thread(() -> statement.end().complete(Map.of("a", 1))).start();

        assertThat(seen.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private CompletableFuture<Optional<Integer>> ask(String key) {
        return reads.find(key).subscribeAsCompletionStage();
    }

    private Statement next() {
        return await().atMost(10, TimeUnit.SECONDS).until(statements::poll, statement -> statement != null);
    }
}
