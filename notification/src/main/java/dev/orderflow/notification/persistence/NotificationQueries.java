package dev.orderflow.notification.persistence;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists notifications, newest first. */
@ApplicationScoped
public class NotificationQueries implements PanacheRepositoryBase<NotificationEntity, UUID> {

    private static final String NEWEST_FIRST = " order by createdAt desc, id desc";

    @WithSession
    public Uni<List<NotificationEntity>> first(String customerId, int limit) {
        return find("customerId = ?1" + NEWEST_FIRST, customerId)
                .range(0, limit - 1)
                .list();
    }

    /** Those behind the one that the page before ended with: an index begins at the time, and the rest is of that moment. */
    @WithSession
    public Uni<List<NotificationEntity>> after(String customerId, Instant createdAt, UUID id, int limit) {
        return find(
                        "customerId = ?1 and createdAt <= ?2 and (createdAt < ?2 or id < ?3)" + NEWEST_FIRST,
                        customerId,
                        createdAt,
                        id)
                .range(0, limit - 1)
                .list();
    }
}
