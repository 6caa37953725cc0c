package dev.orderflow.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What became of one try. */
sealed interface Outcome {

    /** Whether another try of this request does no harm and may help. */
    boolean isWorthAnother(Request request);

    /** What the service asked for; zero if nothing. */
    Duration retryAfter();

    /** An answer, whose body may still be coming. */
    record Success(HttpResponse<InputStream> response) implements Outcome {

        @Override
        public boolean isWorthAnother(Request request) {
            return false;
        }

        @Override
        public Duration retryAfter() {
            return Duration.ZERO;
        }
    }

    /** A refusal. 429 and a request that still runs have done nothing; of what a gateway says nobody knows. */
    record Refusal(Problem problem, Optional<Duration> comeBack) implements Outcome {

        @Override
        public boolean isWorthAnother(Request request) {
            return switch (problem.status()) {
                case 429 -> true;
                case 409 -> problem.is("request-in-progress");
                case 502, 503, 504 -> request.isRepeatable();
                default -> false;
            };
        }

        @Override
        public Duration retryAfter() {
            return comeBack.orElse(Duration.ZERO);
        }
    }

    /** No answer. */
    record Failure(IOException cause) implements Outcome {

        /** What never left here can be sent again, whatever it is. */
        @Override
        public boolean isWorthAnother(Request request) {
            boolean sent = !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
            return !sent || request.isRepeatable();
        }

        @Override
        public Duration retryAfter() {
            return Duration.ZERO;
        }
    }
}
