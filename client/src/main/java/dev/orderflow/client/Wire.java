package dev.orderflow.client;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sends requests, and again where that is safe. */
final class Wire {

    private final Settings settings;
    private final Sender sender;

    Wire(Settings settings, Sender sender) {
        this.settings = settings;
        this.sender = sender;
    }

    Settings settings() {
        return settings;
    }

    HttpClient http() {
        return sender.http();
    }

    /**
     * Answers a success, 304 included.
     *
     * @param body reads it
     * @throws OrderflowException if there is none
     */
    HttpResponse<InputStream> send(Request request, RetryPolicy retry, BodyHandler<InputStream> body) {
        long began = System.nanoTime();
        for (int tries = 1; ; tries++) {
            var outcome = sender.send(request, body);
            if (outcome instanceof Outcome.Success(var response)) {
                return response;
            }
            var elapsed = Duration.ofNanos(System.nanoTime() - began);
            var pause = pause(request, retry, outcome, tries, elapsed);
            sleep(request, pause.orElseThrow(() -> failure(request, outcome)));
        }
    }

    private static Optional<Duration> pause(
            Request request, RetryPolicy retry, Outcome outcome, int tries, Duration elapsed) {
        return outcome.isWorthAnother(request)
                ? retry.pause(
                        tries,
                        elapsed,
                        outcome.retryAfter(),
                        ThreadLocalRandom.current().nextDouble())
                : Optional.empty();
    }

    private static OrderflowException failure(Request request, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refusal(var problem, var comeBack) -> new ProblemException(request, problem, comeBack);
            case Outcome.Failure(var cause) -> new NoAnswerException(request, cause);
            case Outcome.Success success -> throw new IllegalArgumentException("a success is no failure");
        };
    }

    private static void sleep(Request request, Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(request, e);
        }
    }
}
