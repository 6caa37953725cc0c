package dev.orderflow.platform.ratelimit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Where a service keeps its customers' buckets: in a store that its replicas share, if it has such a bean, else
 * {@link LocalBuckets each for itself}. An implementation answers or fails within milliseconds: whoever waits for it is a
 * customer.
 */
public interface Buckets {

    /**
     * What became of a bucket.
     *
     * @param taken whether there was enough in it; if not, nothing was taken
     * @param left whole tokens
     * @param due until there will be enough; zero if there was
     * @param full until nothing is missing from it any more
     */
    record Level(boolean taken, long left, Duration due, Duration full) {}

    /**
     * @param bucket a bucket that is not known is full
     * @param burst what it holds at most
     * @param perSecond what flows back into it
     */
    Uni<Level> take(String bucket, int tokens, int burst, int perSecond);
}
