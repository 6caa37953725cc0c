package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LastBatchesTest {

    private final LastBatches batches = new LastBatches();
    private final List<String> done = new ArrayList<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();

    @Test
    void areWaitedFor() {
        begin("first", first);

        var stopped = batches.stopBeginning();
        assertThat(stopped).isNotDone();

        first.complete(null);
        assertThat(stopped).isDone();
        assertThat(done).containsExactly("first");
    }

    @Test
    void areWaitedForIfTheyFail() {
        begin("first", first);
        var stopped = batches.stopBeginning();

        first.completeExceptionally(new IllegalStateException("rolled back"));

        assertThat(stopped).isDone();
    }

    @Test
    void areFollowedByNoOther() {
        batches.stopBeginning();

        begin("late", CompletableFuture.completedFuture(null));

        assertThat(done).isEmpty();
    }

    @Test
    void areNoneInAnIdleService() {
        begin("first", first);
        first.complete(null);

        assertThat(batches.stopBeginning()).isDone();
    }

    private void begin(String name, CompletableFuture<Void> work) {
        batches.during(() -> Uni.createFrom().completionStage(work))
                .subscribe()
                .with(ignored -> done.add(name), failure -> {});
    }
}
