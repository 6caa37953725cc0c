package dev.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which mails are sent and what they say, whatever is repeated or refused. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class NotificationIT extends NotificationFixture {

    @Test
    void tellsEveryStepOnceAndInOrder() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        orders.publish(order.confirmed());
        orders.publish(order.shipped());
        orders.publish(order.delivered());
        orders.publish(order.returnAccepted());
        orders.publish(order.returnClosed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(MailSink.subjectsTo(order.email()))
                        .containsExactly(
                                "We have received your order",
                                "Your order is confirmed",
                                "Your order is on its way",
                                "Your order has been delivered",
                                "We have accepted your return",
                                "Your return is complete"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly(
                                "orderflow.notification.sent order-placed",
                                "orderflow.notification.sent order-confirmed",
                                "orderflow.notification.sent order-shipped",
                                "orderflow.notification.sent order-delivered",
                                "orderflow.notification.sent return-accepted",
                                "orderflow.notification.sent return-closed"));
        assertThat(text(order, 1)).contains("2 x Blue mug & saucer: €25.80").contains("Total: €25.80");
        assertThat(text(order, 2)).contains("9400100000000000000000").contains("USPS");
        assertThat(text(order, 5)).contains("€25.80 is on its way back");
    }

    @Test
    void writesPlainTextAndSafeHtmlUnderAStableMessageId() {
        var order = AnOrder.some();
        orders.publish(order.placed());

        var mail = onlyMail(order);

        var notification = listed(order).getFirst();
        assertThat(mail.get("messageId")).isEqualTo("<%s@orderflow.dev>".formatted(notification.get("id")));
        assertThat((String) mail.get("text")).contains(order.id().toString());
        assertThat((String) mail.get("html")).contains("Blue mug &amp; saucer").contains("<h1 ");
        assertThat((String) mail.get("from")).contains("no-reply@orderflow.dev");
    }

    @Test
    void tellsWhyAnOrderWasCancelled() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        orders.publish(order.cancelled(1));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(MailSink.subjectsTo(order.email()))
                        .containsExactly("We have received your order", "Your order has been cancelled"));
        assertThat(text(order, 1)).contains("Your payment was declined.");
        assertThat((String) MailSink.mailsTo(order.email()).get(1).get("html")).contains("Your payment was declined.");
    }

    @Test
    void aRefusalForGoodFailsTheMailAndLetsTheNextOneGo() {
        var order = AnOrder.some().withMailTo("nobody.");
        orders.publish(order.placed());
        orders.publish(order.confirmed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly(
                                "orderflow.notification.failed order-placed refused-550",
                                "orderflow.notification.failed order-confirmed refused-550"));
        assertThat(listed(order)).extracting(each -> each.get("status")).containsExactly("FAILED", "FAILED");
    }

    @Test
    void whatIsNoAddressFailsAtOnce() {
        var order = AnOrder.some().withAddress("call me, please");
        orders.publish(order.placed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(tables.published(order))
                        .containsExactly("orderflow.notification.failed order-placed unusable-address"));
    }

    @Test
    void aBusyServerIsTriedUntilTheDeadlineAndLaterMailsWait() {
        var order = AnOrder.some().withMailTo("busy.");
        orders.publish(order.placed());
        orders.publish(order.confirmed());
        await().atMost(SOON).untilAsserted(() -> assertThat(listed(order)).hasSize(2));
        assertThat(tables.published(order)).isEmpty();
        assertThat(tables.tasksThatNameTheAddress(order)).isEmpty();

        for (var template : List.of("order-placed", "order-confirmed")) {
            tables.passDeadline(order);
            var failed = "orderflow.notification.failed %s timed-out".formatted(template);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(tables.published(order)).last().isEqualTo(failed));
        }
        assertThat(tables.published(order)).hasSize(2);
    }

    @Test
    void aRepeatedEventTellsNothingTwice() {
        var order = AnOrder.some();
        var id = EventIds.next();
        orders.publish(id, order.cancelled(1));
        orders.publish(order.placed());
        orders.publish(id, order.cancelled(1));
        orders.publish(order.cancelled(2));
        orders.publish(order.delivered());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listed(order))
                        .extracting(each -> each.get("template") + " " + each.get("status"))
                        .containsExactly("order-delivered SENT", "order-placed SENT", "order-cancelled NO_ADDRESS"));
        assertThat(MailSink.subjectsTo(order.email())).hasSize(2);
    }

    @Test
    void aMailWaitsForAServerThatIsAway() {
        var order = AnOrder.some();
        MailSink.party().kill();
        try {
            orders.publish(order.placed());
            await().atMost(SOON).untilAsserted(() -> assertThat(listed(order)).hasSize(1));
            assertThat(listed(order).getFirst().get("status")).isEqualTo("PENDING");
        } finally {
            MailSink.party().start();
        }

        assertThat(onlyMail(order).get("subject")).isEqualTo("We have received your order");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(listed(order).getFirst().get("status")).isEqualTo("SENT"));
    }

    private static String text(AnOrder order, int mail) {
        return (String) MailSink.mailsTo(order.email()).get(mail).get("text");
    }
}
