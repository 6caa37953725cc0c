package dev.orderflow.notification.operators;

import dev.orderflow.messaging.task.NewTask;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Makes the tasks that tell operators of dead letters, some of a service together. */
@Singleton
public class LetterDigests {

    private final OperatorsConfig config;

    @Inject
    LetterDigests(OperatorsConfig config) {
        this.config = config;
    }

    public NewTask next(String service, Instant now) {
        var due = now.plus(config.gather());
        return new NewTask(LetterDigest.KIND, service, new LetterDigest(service), due, due.plus(config.patience()));
    }

    /** Whether a letter of this time is still news. */
    public boolean isNews(Instant at, Instant now) {
        return at.isAfter(now.minus(config.news()));
    }
}
