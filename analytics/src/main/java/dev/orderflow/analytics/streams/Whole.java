package dev.orderflow.analytics.streams;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Says in a partition's own state that it is whole: everything that there was when counting began is in it. So that goes
 * wherever the partition goes, is restored with it, and is forgotten with it.
 */
final class Whole {

    /** No figure begins so, and no customer is called so. */
    static final String KEY = "\0whole";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Whole() {}

    /**
     * Has the store marked as soon as it is whole.
     *
     * @param mark a value that means nothing to anybody else
     */
    static <V> void mark(
            ProcessorContext<?, ?> context, KeyValueStore<String, V> store, V mark, BooleanSupplier caughtUp) {
        if (store.get(KEY) == null) {
            var looks = new Cancellable[1];
            looks[0] = context.schedule(BETWEEN_LOOKS, PunctuationType.WALL_CLOCK_TIME, _ -> {
                if (caughtUp.getAsBoolean()) {
                    store.put(KEY, mark);
                    looks[0].cancel();
                }
            });
        }
    }
}
