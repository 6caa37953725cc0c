package dev.orderflow.platform.security;

import java.io.IOException;
import java.time.Duration;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;

/**
 * Fetches the issuer's keys, or fails within seconds. The library's own call takes 80 s where nobody answers, on a worker
 * thread and with a lock for which all others wait who know no key, each to try it again.
 */
final class IssuerCall extends Get {

    private final Duration pause;
    private volatile long resumed = System.nanoTime();

    IssuerCall(Duration timeout, Duration pause) {
        this.pause = pause;
        setConnectTimeout(Math.toIntExact(timeout.toMillis()));
        setReadTimeout(Math.toIntExact(timeout.toMillis()));
        setRetries(0);
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        if (System.nanoTime() - resumed < 0) {
            throw new IOException("the issuer has only just failed");
        }
        try {
            return super.get(location);
        } catch (IOException e) {
            resumed = System.nanoTime() + pause.toNanos();
            throw e;
        }
    }
}
