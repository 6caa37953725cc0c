package dev.orderflow.platform.security;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.http.Get;
import org.jose4j.http.Response;
import org.jose4j.http.SimpleResponse;

/**
 * Fetches the issuer's keys, or fails within seconds. The library's own call takes 80 s where nobody answers, and for ever
 * where each byte comes just in time; on a worker thread and with a lock for which all others wait who know no key, each to
 * try it again.
 */
final class IssuerCall extends Get {

    private static final int OK = 200;

    /** As the library's. */
    private static final int MAX_BYTES = 512 * 1024;

    private final Duration timeout;
    private final Duration pause;
    private final HttpClient client;
    private volatile long resumed = System.nanoTime();

    /** @param timeout for all of a call, its last byte included */
    IssuerCall(Duration timeout, Duration pause) {
        this.timeout = timeout;
        this.pause = pause;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public SimpleResponse get(String location) throws IOException {
        if (System.nanoTime() - resumed < 0) {
            throw new IOException("the issuer has only just failed");
        }
        try {
            return checked(ask(location));
        } catch (IOException e) {
            resumed = System.nanoTime() + pause.toNanos();
            throw e;
        }
    }

    private HttpResponse<String> ask(String location) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(location)).build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), MAX_BYTES));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true); // or it would be read on for as long as something comes
            throw new HttpTimeoutException("the issuer has not answered in " + timeout);
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the issuer was asked");
        } catch (ExecutionException failed) {
            throw new IOException("the issuer can't be asked", failed.getCause());
        }
    }

    private static SimpleResponse checked(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException("the issuer answers " + answer.statusCode());
        }
        return new Response(OK, "", answer.headers().map(), answer.body());
    }
}
