package dev.orderflow.notification.messaging;

import dev.orderflow.contracts.Topics;
import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.deadletter.DeadLettered;
import dev.orderflow.messaging.deadletter.LetterState;
import dev.orderflow.notification.operators.GatheredLetters;
import dev.orderflow.notification.operators.LetterDigests;
import dev.orderflow.notification.operators.NewLetter;
import dev.orderflow.notification.operators.Operators;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gathers what any service could not handle, for its operators. A letter is told when it is stored, and not when it fails
 * again: who replayed it has that as the answer. Our own are told as others'; but one that is itself about one of ours is
 * left alone, unseen by any statement, so that what fails here can't feed itself.
 */
@Singleton
class DeadLetterHandler implements EventHandler<FreshLetters> {

    private static final Pattern SOURCE = Pattern.compile("/orderflow/([a-z-]{1,40})");

    private final GatheredLetters gathered;
    private final LetterDigests digests;
    private final Operators operators;
    private final String own;
    private final Clock clock = Clock.systemUTC();

    @Inject
    DeadLetterHandler(GatheredLetters gathered, LetterDigests digests, Operators operators, MessagingConfig messaging) {
        this.gathered = gathered;
        this.digests = digests;
        this.operators = operators;
        this.own = Topics.deadLetters(messaging.service());
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(DeadLettered.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of();
    }

    @Override
    public Uni<FreshLetters> load(SqlConnection sql, List<Delivery> events) {
        var services = events.stream()
                .filter(event -> whyNot(event) == null)
                .map(DeadLetterHandler::service)
                .distinct()
                .toList();
        return services.isEmpty()
                ? Uni.createFrom().item(new FreshLetters(Map.of()))
                : gathered.lock(sql, services).map(FreshLetters::new);
    }

    @Override
    public Decision decide(FreshLetters letters, Delivery event) {
        var why = whyNot(event);
        if (why != null) {
            return Decision.ignored(why);
        }
        var fresh = new NewLetter(service(event), (DeadLettered) event.payload());
        return letters.add(fresh)
                ? new Decision.Applied(List.of(), List.of(digests.next(fresh.service(), clock.instant())))
                : Decision.applied();
    }

    @Override
    public Uni<Void> store(SqlConnection sql, FreshLetters letters) {
        return letters.all().isEmpty()
                ? Uni.createFrom().voidItem()
                : gathered.add(sql, letters.all(), letters.scheduled());
    }

    /** Null if operators are to be told. */
    private String whyNot(Delivery event) {
        var letter = (DeadLettered) event.payload();
        if (!operators.isAnybody()) {
            return "nobody-to-tell";
        }
        if (letter.state() != LetterState.OPEN) {
            return "behind-another";
        }
        if (letter.attempts() != null && letter.attempts() > 1) {
            return "told-before";
        }
        if (letter.topic().equals(own)) {
            return "about-our-own";
        }
        return digests.isNews(event.at(), clock.instant()) ? null : "no-news";
    }

    private static String service(Delivery event) {
        var source = SOURCE.matcher(String.valueOf(event.source()));
        return source.matches() ? source.group(1) : "unknown";
    }
}
