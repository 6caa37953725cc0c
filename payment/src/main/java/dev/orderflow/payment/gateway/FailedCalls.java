package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.persistence.Attempt;
import dev.orderflow.payment.persistence.AttemptTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Notes among a payment's attempts what did not succeed; the task still fails and is tried again. */
@Singleton
class FailedCalls {

    private final AttemptTable attempts;
    private final Pool pool;

    @Inject
    FailedCalls(AttemptTable attempts, Pool pool) {
        this.attempts = attempts;
        this.pool = pool;
    }

    <T> Uni<T> noted(Task task, Uni<T> call) {
        return call.onFailure(FailedCalls::wasMade)
                .call(failure -> attempts.note(pool, List.of(attempt(task, failure))));
    }

    private static Attempt attempt(Task task, Throwable failure) {
        return new Attempt(UUID.fromString(task.key()), outcome(failure));
    }

    private static boolean wasMade(Throwable failure) {
        return !(failure instanceof CircuitBreakerOpenException);
    }

    private static String outcome(Throwable failure) {
        return switch (failure) {
            case ProviderUnavailableException unavailable -> "unavailable:" + unavailable.status();
            case UndecidedException undecided -> "undecided";
            case TimeoutException timeout -> "timeout";
            default -> failure.getCause() instanceof TimeoutException ? "timeout" : "unreachable";
        };
    }
}
