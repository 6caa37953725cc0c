package dev.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.OrderEvent;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do to an order is told as it looks to its customer: each thing once by each channel. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class SecondEndingIT extends WebhookFixture {

    @BeforeEach
    void wantBothChannels() {
        subscribe("EMAIL\",\"WEBHOOK");
    }

    /** The first is asked for again, and closed as delivered; the refund of the second breaks after its end. */
    @Test
    void tellsOfEachOfTwoReturnsOnce() {
        publish(
                order.placed(),
                order.delivered(),
                order.returnAccepted(1, false),
                order.returnAccepted(2, true),
                order.delivered(),
                order.returnAccepted(3, false),
                order.returnAccepted(4, true),
                order.returnClosed(),
                order.returnClosed());

        told(
                List.of(
                        "We have received your order",
                        "Your order has been delivered",
                        "We have accepted your return",
                        "We have accepted your return",
                        "Your return is complete"),
                List.of("order.placed", "order.delivered", "return.accepted", "return.accepted", "return.closed"));
    }

    @Test
    void tellsOfACancellationThatOnlyAnOperatorsHandHasMade() {
        publish(order.placed(), order.cancelledByHand());

        told(
                List.of("We have received your order", "Your order has been cancelled"),
                List.of("order.placed", "order.cancelled"));
        assertThat((String) MailSink.mailsTo(order.email()).get(1).get("text"))
                .contains("You asked us to cancel it.")
                .doesNotContain("carrier");
    }

    @Test
    void tellsOfACancellationOnceThatIsAnnouncedAndThenClosed() {
        publish(order.placed(), order.cancelled(1), order.closed());

        told(
                List.of("We have received your order", "Your order has been cancelled"),
                List.of("order.placed", "order.cancelled"));
    }

    /** And after them one that is always told, so that nothing can come behind it. */
    private void publish(OrderEvent... events) {
        List.of(events).forEach(orders::publish);
        orders.publish(order.confirmed());
    }

    private void told(List<String> subjects, List<String> types) {
        soon(() -> assertThat(MailSink.subjectsTo(order.email())).endsWith("Your order is confirmed"));
        assertThat(MailSink.subjectsTo(order.email()))
                .containsExactlyElementsOf(and(subjects, "Your order is confirmed"));
        soon(() -> assertThat(receiver.received()).hasSize(types.size() + 1));
        assertThat(receiver.received())
                .extracting(event -> JsonPath.from(event.body()).getString("type"))
                .containsExactlyInAnyOrderElementsOf(and(types, "order.confirmed"));
    }

    private static List<String> and(List<String> some, String last) {
        return Stream.concat(some.stream(), Stream.of(last)).toList();
    }
}
