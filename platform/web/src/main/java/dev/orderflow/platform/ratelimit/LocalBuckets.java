package dev.orderflow.platform.ratelimit;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Buckets in this process's memory, where a service has no shared store for them. Each replica has its own, so whoever reaches
 * several may ask as many times as much. They need nothing and never fail. Of most customers no bucket is kept: a full
 * one is none.
 */
@Singleton
@DefaultBean
class LocalBuckets implements Buckets {

    /** Some two megabytes. Beyond it, who has not called for longest begins anew. */
    static final int MOST = 10_000;

    private final LongSupplier nanos;
    private final Recent buckets = new Recent();

    LocalBuckets() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that never goes back */
    LocalBuckets(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public Uni<Level> take(String bucket, int tokens, int burst, int perSecond) {
        return Uni.createFrom()
                .item(() -> drawn(bucket, tokens, burst, perSecond).level());
    }

    private Drawn drawn(String bucket, int tokens, int burst, int perSecond) {
        synchronized (buckets) {
            long now = nanos.getAsLong();
            return buckets.compute(bucket, (_, before) -> {
                long full = before == null ? now : before.fullAt();
                return Drawn.from(full, now, tokens, burst, perSecond);
            });
        }
    }

    int kept() {
        synchronized (buckets) {
            return buckets.size();
        }
    }

    /** Least recently used first. Each new one lets an old one go that has become full. */
    private final class Recent extends LinkedHashMap<String, Drawn> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Drawn> eldest) {
            return size() > MOST || eldest.getValue().fullAt() - nanos.getAsLong() <= 0;
        }
    }
}
