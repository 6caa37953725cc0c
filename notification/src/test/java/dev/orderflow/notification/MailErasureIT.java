package dev.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** An erased customer gets no more mail, however the erasure and the orders overtake each other. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class MailErasureIT extends NotificationFixture {

    @Test
    void anErasedCustomerGetsNoMoreMail() {
        var order = AnOrder.some().withMailTo("busy.");
        orders.publish(order.placed());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.addresses(order)).hasSize(1));

        orders.publish(order.erased());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly("orderflow.notification.failed order-placed no-address"));
        assertThat(tables.addresses(order)).isEmpty();
        orders.publish(order.confirmed());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listed(order))
                        .extracting(each -> each.get("status"))
                        .containsExactly("NO_ADDRESS", "NO_ADDRESS"));
    }

    /** As when the order's events lag, or one of them was a dead letter. */
    @Test
    void anErasureThatIsReadBeforeTheOrderIsNotUndone() {
        var order = AnOrder.some();
        var erasure = orders.publish(order.erased());
        await().atMost(SOON).until(() -> tables.isHandled(erasure));

        orders.publish(order.placed());
        orders.publish(order.confirmed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly(
                                "orderflow.notification.failed order-placed no-address",
                                "orderflow.notification.failed order-confirmed no-address"));
        assertThat(tables.addresses(order)).isEmpty();
        assertThat(MailSink.mailsTo(order.email())).isEmpty();
    }

    @Test
    void whoOrdersAgainAfterTheErasureIsToldOfTheNewOrder() {
        var old = AnOrder.some();
        var erasure = orders.publish(new CustomerErased(old.customer(), Instant.now()));
        await().atMost(SOON).until(() -> tables.isHandled(erasure));
        var next = old.again();

        orders.publish(next.placed());

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(MailSink.subjectsTo(next.email())).containsExactly("We have received your order"));
        assertThat(tables.addresses(next)).containsExactly(next.email());
    }
}
