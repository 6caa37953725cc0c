package dev.orderflow.platform.ratelimit;

import dev.orderflow.platform.ratelimit.Buckets.Level;
import dev.orderflow.platform.ratelimit.RateLimitConfig.Bucket;
import dev.orderflow.platform.security.Digest;
import java.time.Duration;

/**
 * A call that counts.
 *
 * @param kind {@code reads} or {@code writes}
 */
record Call(String subject, String kind, Bucket bucket, int weight) {

    /** Names the bucket and not the customer: a subject may be personal, and as long as its issuer likes. */
    String bucketOf(String service) {
        return "rate:" + service + ":" + kind + ":" + Digest.of(subject).hex().substring(0, 32);
    }

    /** {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers: so many in the time that an empty bucket takes to fill. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(kind, bucket.burst(), Math.ceilDiv(bucket.burst(), bucket.perSecond()));
    }

    /** {@code RateLimit} of the same draft: so many are left, and in so many seconds it will be all again. */
    String state(Level level) {
        return "\"%s\";r=%d;t=%d".formatted(kind, level.left(), wholeSeconds(level.full()));
    }

    /** Rounded up: who comes back then does not come too early. */
    static long wholeSeconds(Duration time) {
        return Math.ceilDiv(time.toMillis(), 1000);
    }
}
