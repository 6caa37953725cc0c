package dev.orderflow.platform.idempotency;

import dev.orderflow.platform.problem.Problems;
import dev.orderflow.platform.security.Digest;
import java.time.Duration;

/**
 * One use of a key: the caller's own name space, what is called, and with what.
 *
 * @param call method and path
 * @param body the digest of the body's canonical JSON
 */
record Claim(String caller, String call, String key, Digest body) {

    private static final Duration SOON = Duration.ofSeconds(1);

    /** Two claims with one number wait for each other for nothing; with 64 bits that does not happen. */
    long lock() {
        return Digest.of(caller, call, key).number();
    }

    /** @throws dev.orderflow.platform.problem.ProblemException if the key was used with another body */
    StoredAnswer answeredBy(KeyStore.Row row) {
        if (!row.body().equals(body)) {
            throw Problems.IDEMPOTENCY_KEY_REUSED.because("This Idempotency-Key was sent with another body");
        }
        return row.answer();
    }

    static RuntimeException inProgress() {
        return Problems.REQUEST_IN_PROGRESS
                .because("The first request with this Idempotency-Key still runs")
                .retryAfter(SOON);
    }
}
