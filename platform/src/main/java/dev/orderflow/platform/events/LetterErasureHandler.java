package dev.orderflow.platform.events;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.messaging.deadletter.LetterErasure;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Erasures, for a service that has what is personal in dead letters alone, in orders' events as they came. */
@Singleton
public final class LetterErasureHandler implements EventHandler<List<String>> {

    private final LetterErasure letters;

    @Inject
    LetterErasureHandler(LetterErasure letters) {
        this.letters = letters;
    }

    @Override
    public Set<Class<?>> handles() {
        return Set.of(CustomerErased.class);
    }

    @Override
    public Set<Class<?>> leaves() {
        return Set.of();
    }

    @Override
    public Uni<List<String>> load(SqlConnection sql, List<Delivery> events) {
        return Uni.createFrom()
                .item(events.stream()
                        .map(event -> ((CustomerErased) event.payload()).customerId())
                        .toList());
    }

    @Override
    public Decision decide(List<String> customers, Delivery event) {
        return Decision.applied();
    }

    @Override
    public Uni<Void> store(SqlConnection sql, List<String> customers) {
        return letters.erase(sql, customers);
    }
}
