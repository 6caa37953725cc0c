package dev.orderflow.platform.events;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Erasures, for a service that has what is personal in dead letters alone, in orders' events as they came. */
@Singleton
public final class LetterErasureHandler implements EventHandler<List<CustomerErased>> {

    private final CustomerLetters letters;

    @Inject
    LetterErasureHandler(CustomerLetters letters) {
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
    public Uni<List<CustomerErased>> load(SqlConnection sql, List<Delivery> events) {
        return Uni.createFrom()
                .item(events.stream()
                        .map(event -> (CustomerErased) event.payload())
                        .toList());
    }

    @Override
    public Decision decide(List<CustomerErased> erasures, Delivery event) {
        return Decision.applied();
    }

    @Override
    public Uni<Void> store(SqlConnection sql, List<CustomerErased> erasures) {
        return letters.erase(sql, erasures);
    }
}
