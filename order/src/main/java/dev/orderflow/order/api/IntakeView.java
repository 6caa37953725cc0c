package dev.orderflow.order.api;

import dev.orderflow.messaging.control.SwitchState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether orders are taken.
 *
 * @param changedAt when that changed last; absent if it never did
 */
@RegisterForReflection
@Schema(name = "Intake", requiredProperties = "open")
record IntakeView(boolean open, Instant changedAt) {

    /** @param state null if nobody has touched it */
    static IntakeView of(SwitchState state) {
        return state == null ? new IntakeView(true, null) : new IntakeView(state.on(), state.changedAt());
    }
}
