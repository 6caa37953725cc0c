package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.QuarkusParts;
import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.messaging.event.EventIds;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = QuarkusParts.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(MailSink.class)
class NotificationIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static OrderTopic orders;

    @BeforeAll
    static void connect() {
        orders = new OrderTopic();
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

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
        assertThat(text(order, 1)).contains("2 x Blue mug & saucer: 25.80 EUR").contains("Total: 25.80 EUR");
        assertThat(text(order, 2)).contains("9400100000000000000000").contains("USPS");
        assertThat(text(order, 5)).contains("25.80 EUR are on their way back");
    }

    @Test
    void writesPlainTextAndSafeHtmlUnderAStableMessageId() {
        var order = AnOrder.some();
        orders.publish(order.placed());

        var mail = onlyMail(order);

        var notification = listed(order).getFirst();
        assertThat(mail.get("messageId")).isEqualTo("<%s@orderflow.dev>".formatted(notification.get("id")));
        assertThat((String) mail.get("text")).contains(order.id().toString());
        assertThat((String) mail.get("html")).contains("Blue mug &amp; saucer").contains("<h1>");
        assertThat((String) mail.get("from")).contains("no-reply@orderflow.dev");
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
                .untilAsserted(
                        () -> assertThat(MailSink.subjectsTo(order.email())).hasSize(2));
        assertThat(listed(order))
                .extracting(each -> each.get("template") + " " + each.get("status"))
                .containsExactly("order-delivered SENT", "order-placed SENT", "order-cancelled NO_ADDRESS");
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

    @Test
    void whoGaveNoAddressCanStillReadTheList() {
        var order = AnOrder.some().withoutEmail();
        orders.publish(order.placed());

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(listed(order))
                        .extracting(each -> each.get("status"))
                        .containsExactly("NO_ADDRESS"));
    }

    @Test
    void nobodySeesAnothersNotifications() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        onlyMail(order);

        given().auth()
                .oauth2(Tokens.customer("somebody-else"))
                .get("/notifications")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.is(0));
    }

    @Test
    void pagesThroughTheList() {
        var order = AnOrder.some();
        orders.publish(order.placed());
        orders.publish(order.confirmed());
        orders.publish(order.shipped());
        await().atMost(SOON).untilAsserted(() -> assertThat(listed(order)).hasSize(3));

        var token = Tokens.customer(order.customer());
        var first = given().auth().oauth2(token).get("/notifications?limit=2").jsonPath();
        var second = given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.template")).containsExactly("order-shipped", "order-confirmed");
        assertThat(second.getList("items.template")).containsExactly("order-placed");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void asksForAToken() {
        given().get("/notifications")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", org.hamcrest.Matchers.containsString("Bearer"));
        given().auth()
                .oauth2(Tokens.forSubject("c").groups("customer").forged())
                .get("/notifications")
                .then()
                .statusCode(401);
    }

    private static Map<String, Object> onlyMail(AnOrder order) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(MailSink.mailsTo(order.email())).hasSize(1));
        return MailSink.mailsTo(order.email()).getFirst();
    }

    private static String text(AnOrder order, int mail) {
        return (String) MailSink.mailsTo(order.email()).get(mail).get("text");
    }

    private static List<Map<String, Object>> listed(AnOrder order) {
        return given().auth()
                .oauth2(Tokens.customer(order.customer()))
                .get("/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
