package dev.orderflow.payment.gateway;

import dev.orderflow.messaging.task.Task;
import dev.orderflow.payment.domain.Fact;
import dev.orderflow.payment.messaging.IntentToEnd;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Finds out how an intent has ended, or ends it. */
@Singleton
class IntentEnd {

    private final PaymentProvider provider;

    @Inject
    IntentEnd(PaymentProvider provider) {
        this.provider = provider;
    }

    /** @param otherwise what to do with an intent to which nothing has happened yet */
    Uni<Fact> lookUp(IntentToEnd intent, Supplier<Uni<Fact>> otherwise) {
        return provider.intent(intent.intentId()).chain(found -> {
            var fact = IntentFacts.of(found);
            if (fact.isPresent()) {
                return Uni.createFrom().item(fact.get());
            }
            return StripeIntent.PROCESSING.equals(found.status()) ? undecided(found) : otherwise.get();
        });
    }

    /** Afterwards the intent can't take money, unless it had before: the provider decides which came first. */
    Uni<Fact> cancel(Task task, IntentToEnd intent) {
        return provider.cancel(intent, task).chain(reply -> factOf(intent, reply));
    }

    /** What a call has told; the intent itself is asked if the call came too late to tell. */
    Uni<Fact> factOf(IntentToEnd intent, StripeIntent reply) {
        if (reply.wasElsewhere()) {
            return provider.intent(intent.intentId()).chain(IntentEnd::fact);
        }
        return fact(reply);
    }

    private static Uni<Fact> fact(StripeIntent intent) {
        return IntentFacts.of(intent).map(fact -> Uni.createFrom().item(fact)).orElseGet(() -> undecided(intent));
    }

    private static Uni<Fact> undecided(StripeIntent intent) {
        return Uni.createFrom().failure(new UndecidedException(intent.id(), intent.status()));
    }
}
