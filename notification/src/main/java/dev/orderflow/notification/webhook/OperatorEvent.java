package dev.orderflow.notification.webhook;

import dev.orderflow.notification.operators.Alert;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * What the operators' endpoint receives. Members may be added; none is renamed or dropped.
 *
 * @param data what the type tells: {@link Alert.StuckOrder} or {@link Alert.FailedEvents}
 */
@RegisterForReflection
record OperatorEvent(String type, Instant timestamp, Object data) {

    static OperatorEvent of(Alert alert) {
        return new OperatorEvent(alert.type(), alert.at(), alert.order() != null ? alert.order() : alert.letters());
    }
}
