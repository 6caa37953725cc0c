package dev.orderflow.loyalty.persistence;

import dev.orderflow.loyalty.domain.Movement;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lists movements, newest first. */
@ApplicationScoped
public class MovementQueries implements PanacheRepositoryBase<MovementEntity, UUID> {

    private static final String NEWEST_FIRST = " order by movedAt desc, id desc";

    @WithSession
    public Uni<List<Movement>> first(String customerId, int limit) {
        return listed(find("customerId = ?1" + NEWEST_FIRST, customerId), limit);
    }

    /** Those behind the one that the page before ended with: an index begins at the time, and the rest is of that moment. */
    @WithSession
    public Uni<List<Movement>> after(String customerId, Instant at, UUID id, int limit) {
        return listed(
                find(
                        "customerId = ?1 and movedAt <= ?2 and (movedAt < ?2 or id < ?3)" + NEWEST_FIRST,
                        customerId,
                        at,
                        id),
                limit);
    }

    private static Uni<List<Movement>> listed(PanacheQuery<MovementEntity> found, int limit) {
        return found.range(0, limit - 1)
                .list()
                .map(rows -> rows.stream().map(MovementEntity::toMovement).toList());
    }
}
