package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.notification.channel.AlertContent.Fact;
import dev.orderflow.notification.operators.Alert;
import dev.orderflow.notification.operators.Alert.FailedEvents;
import dev.orderflow.notification.operators.Alert.Group;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertContentTest {

    private static final UUID ID = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void saysWhereAnOrderIsStuckAndNotWhose() {
        var stuck = new OrderStuck(ID, "customer-kim", "REFUNDING", List.of("STOCK", "PAYMENT"), AT, "kim's refund");

        var content = AlertContent.of(Alert.of(ID, stuck, AT));

        assertThat(content.subject()).isEqualTo("Order %s is stuck".formatted(ID));
        assertThat(content.facts())
                .containsExactly(
                        new Fact("State", "REFUNDING"),
                        new Fact("Since", "2026-01-02T03:04:05Z"),
                        new Fact("Waits for", "STOCK, PAYMENT"));
        assertThat(content.toString()).doesNotContain("kim");
    }

    @Test
    void saysThatNobodysAnswerIsMissing() {
        var stuck = new OrderStuck(ID, "c", "SHIPPED", List.of(), AT, "deadline");

        assertThat(AlertContent.of(Alert.of(ID, stuck, AT)).facts()).contains(new Fact("Waits for", "nobody"));
    }

    @Test
    void countsWhatItDoesNotShow() {
        var groups = List.of(
                new Group("order-events", null, "UnknownEventException", 5, List.of(ID)),
                new Group("order-events", "orderflow.order.placed\r\nState: fine", "Bug", 1, List.of(new UUID(2, 2))));

        var content = AlertContent.of(new Alert(ID, AT, null, new FailedEvents("payment", 10, groups)));

        assertThat(content.subject()).isEqualTo("payment could not handle 10 events");
        assertThat(content.facts())
                .containsExactly(
                        new Fact("5 × UnknownEventException", "unknown of order-events: " + ID + " …"),
                        new Fact("1 × Bug", "orderflow.order.placed State: fine of order-events: " + new UUID(2, 2)),
                        new Fact("More", "4"));
        assertThat(content.calls()).last().isEqualTo("./run dead-letters show payment " + ID);
    }
}
