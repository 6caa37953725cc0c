package dev.orderflow.messaging.consumer;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.transaction.Faults;
import dev.orderflow.messaging.transaction.Pause;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries work again, without limit and with growing pauses, for as long as trying again can help. */
final class Patience {

    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final Pause pause;
    private final MessagingConfig.Consumer config;
    private final ConsumerMetrics metrics;

    Patience(Pause pause, MessagingConfig.Consumer config, ConsumerMetrics metrics) {
        this.pause = pause;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * Gives up on what nothing can cure, and on a timeout while there is less that can be tried at once.
     *
     * @param least whether the work can't be made smaller
     */
    Uni<Void> with(Supplier<Uni<Void>> work, boolean least) {
        return retrying(work, failure -> switch (Faults.of(failure)) {
            case TRANSIENT -> true;
            case TIMEOUT -> least;
            case DETERMINISTIC -> false;
        });
    }

    /** Never gives up. */
    Uni<Void> without(Supplier<Uni<Void>> work) {
        return retrying(work, failure -> true);
    }

    private Uni<Void> retrying(Supplier<Uni<Void>> work, Predicate<Throwable> again) {
        var failed = new AtomicInteger();
        return Uni.createFrom().deferred(work::get).onFailure(again).retry().when(failures -> pauses(failures, failed));
    }

    /** Each failure that comes out again asks for one more try: the pause must answer with it, not with nothing. */
    private Multi<Throwable> pauses(Multi<Throwable> failures, AtomicInteger failed) {
        return failures.onItem().transformToUniAndConcatenate(failure -> {
            int attempt = failed.incrementAndGet();
            var wait = Pause.backoff(attempt, config.firstBackoff(), config.longestBackoff());
            metrics.retried();
            tell(failure, attempt, wait);
            return pause.of(wait).replaceWith(failure);
        });
    }

    /** A long outage is told a few times, not at every try. */
    private static void tell(Throwable failure, int attempt, Duration wait) {
        LOG.logf(
                Integer.bitCount(attempt) == 1 ? Logger.Level.WARN : Logger.Level.DEBUG,
                "%s; try %d in %d ms",
                failure,
                attempt + 1,
                wait.toMillis());
    }
}
