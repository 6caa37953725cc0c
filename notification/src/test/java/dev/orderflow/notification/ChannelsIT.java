package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Receiver;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each channel goes its own way: what one can't do neither delays nor ends what another does. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class ChannelsIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private static OrderTopic orders;

    private final Receiver receiver = new Receiver();

    @BeforeAll
    static void connect() {
        orders = new OrderTopic();
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void eventsGoOutWhileTheMailServerTakesNothing() {
        var order = AnOrder.some().withMailTo("busy.");
        prefer(order, "EMAIL\",\"WEBHOOK");

        orders.publish(order.placed());
        orders.publish(order.confirmed());

        soon(() -> assertThat(listed(order, "WEBHOOK")).containsExactly("SENT", "SENT"));
        assertThat(listed(order, "EMAIL")).containsExactly("PENDING", "PENDING");
        assertThat(receiver.received()).hasSize(2);
        prefer(order, "WEBHOOK");
        soon(() -> assertThat(listed(order, "EMAIL")).containsExactly("SUPPRESSED", "SUPPRESSED"));
    }

    @Test
    void mailsGoOutWhileTheEndpointTakesNothing() {
        var order = AnOrder.some();
        receiver.answering(request -> 503);
        prefer(order, "EMAIL\",\"WEBHOOK");

        orders.publish(order.placed());
        orders.publish(order.confirmed());

        soon(() -> assertThat(listed(order, "EMAIL")).containsExactly("SENT", "SENT"));
        assertThat(MailSink.subjectsTo(order.email())).hasSize(2);
        assertThat(listed(order, "WEBHOOK")).containsExactly("PENDING", "PENDING");
        receiver.answering(request -> 204);
        soon(() -> assertThat(listed(order, "WEBHOOK")).containsExactly("SENT", "SENT"));
    }

    /** So that who passes events on, by SMS for instance, need not know the words of each language. */
    @Test
    void anEventSaysInTheCustomersLanguageWhatTheMailSays() {
        var order = AnOrder.some();
        as(order)
                .contentType("application/json")
                .body("""
                        {"locale":"ko-KR","channels":["EMAIL","WEBHOOK"],"webhookUrl":"%s"}""".formatted(receiver.url()))
                .put("/preferences")
                .then()
                .statusCode(200);

        orders.publish(order.cancelled(1));

        soon(() -> assertThat(receiver.received()).hasSize(1));
        var data = JsonPath.from(receiver.received().getFirst().body()).getMap("data");
        assertThat(data)
                .containsEntry("subject", "주문이 취소되었습니다")
                .containsEntry("language", "ko")
                .containsEntry("reason", "Your payment was declined.");
    }

    @Test
    void whoWantsEventsAloneIsSentNoMail() {
        var order = AnOrder.some();
        prefer(order, "WEBHOOK");

        orders.publish(order.placed());

        soon(() -> assertThat(listed(order, "WEBHOOK")).containsExactly("SENT"));
        assertThat(listed(order, "EMAIL")).containsExactly("SUPPRESSED");
        assertThat(MailSink.subjectsTo(order.email())).isEmpty();
    }

    private void prefer(AnOrder order, String channels) {
        as(order)
                .contentType("application/json")
                .body("""
                        {"locale":"en","channels":["%s"],"webhookUrl":"%s"}""".formatted(channels, receiver.url()))
                .put("/preferences")
                .then()
                .statusCode(200);
    }

    private static List<String> listed(AnOrder order, String channel) {
        return as(order)
                .get("/notifications")
                .jsonPath()
                .getList("items.findAll { it.channel == '%s' }.status".formatted(channel));
    }

    private static RequestSpecification as(AnOrder order) {
        return given().auth().oauth2(Tokens.customer(order.customer()));
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }
}
