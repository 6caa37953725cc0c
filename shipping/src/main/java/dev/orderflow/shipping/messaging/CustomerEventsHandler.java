package dev.orderflow.shipping.messaging;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.platform.events.CustomerLetters;
import dev.orderflow.platform.events.ErasedCustomers;
import dev.orderflow.shipping.persistence.Destinations;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Erasures: nothing is decided, the addresses of these customers go, those in dead letters too. */
@Singleton
class CustomerEventsHandler implements EventHandler<List<CustomerErased>> {

    private final ErasedCustomers erased;
    private final Destinations destinations;
    private final CustomerLetters letters;

    @Inject
    CustomerEventsHandler(ErasedCustomers erased, Destinations destinations, CustomerLetters letters) {
        this.erased = erased;
        this.destinations = destinations;
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
        return letters.erase(sql, erasures)
                .chain(() -> erased.remember(sql, erasures))
                .chain(() -> destinations.erase(sql, erasures));
    }
}
