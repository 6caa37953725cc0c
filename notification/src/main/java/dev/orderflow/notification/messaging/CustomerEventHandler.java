package dev.orderflow.notification.messaging;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.messaging.consumer.Decision;
import dev.orderflow.messaging.consumer.Delivery;
import dev.orderflow.messaging.consumer.EventHandler;
import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.PreferenceTable;
import dev.orderflow.platform.events.CustomerLetters;
import dev.orderflow.platform.events.ErasedCustomers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Erasures: nothing is decided, the addresses and preferences of these customers go, what is in dead letters too. */
@Singleton
class CustomerEventHandler implements EventHandler<List<CustomerErased>> {

    private final ErasedCustomers erased;
    private final Correspondences correspondences;
    private final PreferenceTable preferences;
    private final CustomerLetters letters;

    @Inject
    CustomerEventHandler(
            ErasedCustomers erased,
            Correspondences correspondences,
            PreferenceTable preferences,
            CustomerLetters letters) {
        this.erased = erased;
        this.correspondences = correspondences;
        this.preferences = preferences;
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
                .chain(() -> correspondences.erase(sql, erasures))
                .chain(() -> preferences.erase(sql, erasures));
    }
}
