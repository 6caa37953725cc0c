package dev.orderflow.loyalty.persistence;

import dev.orderflow.loyalty.domain.Kind;
import dev.orderflow.loyalty.domain.Movement;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A movement as requests read it; only {@link MovementTable} and {@link Closures} write. */
@Entity
@Immutable
@Table(name = "movement")
class MovementEntity {

    @Id
    UUID id;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "order_id")
    UUID orderId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    long points;

    @Column(name = "moved_at")
    Instant movedAt;

    Movement toMovement() {
        return new Movement(id, customerId, orderId, kind, points, movedAt);
    }
}
