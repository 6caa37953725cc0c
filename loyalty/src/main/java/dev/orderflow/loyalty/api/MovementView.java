package dev.orderflow.loyalty.api;

import dev.orderflow.loyalty.domain.Kind;
import dev.orderflow.loyalty.domain.Movement;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A movement as its customer sees it. */
@RegisterForReflection
@Schema(
        name = "PointsMovement",
        requiredProperties = {"id", "orderId", "kind", "points", "at"})
record MovementView(
        UUID id,
        UUID orderId,
        Kind kind,

        @Schema(description = "More than zero if they came, less if they went")
        long points,

        Instant at) {

    static MovementView of(Movement movement) {
        return new MovementView(movement.id(), movement.orderId(), movement.kind(), movement.points(), movement.at());
    }
}
