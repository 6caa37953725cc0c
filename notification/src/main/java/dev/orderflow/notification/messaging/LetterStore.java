package dev.orderflow.notification.messaging;

import dev.orderflow.notification.persistence.Correspondences;
import dev.orderflow.notification.persistence.HookDeliveries;
import dev.orderflow.notification.persistence.Notifications;
import dev.orderflow.notification.persistence.PreferenceTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.TreeMap;
import java.util.UUID;

/** Loads and stores what a batch of events needs, one statement per table. */
@Singleton
class LetterStore {

    private final Correspondences correspondences;
    private final Notifications notifications;
    private final PreferenceTable preferences;
    private final HookDeliveries deliveries;

    @Inject
    LetterStore(
            Correspondences correspondences,
            Notifications notifications,
            PreferenceTable preferences,
            HookDeliveries deliveries) {
        this.correspondences = correspondences;
        this.notifications = notifications;
        this.preferences = preferences;
        this.deliveries = deliveries;
    }

    Uni<Letters> load(SqlConnection sql, TreeMap<UUID, String> customerByOrder) {
        return correspondences
                .ensureAndLock(sql, customerByOrder)
                .chain(loaded -> preferences.of(sql, customerByOrder.values()).map(said -> new Letters(loaded, said)));
    }

    Uni<Void> store(SqlConnection sql, Letters letters) {
        return correspondences
                .store(sql, letters.changed())
                .chain(() -> notifications.insert(sql, letters.fresh()))
                .chain(() -> deliveries.insert(sql, letters.deliveries()));
    }
}
