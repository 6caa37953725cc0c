package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.MailSink;
import dev.orderflow.notification.testing.OrderTopic;
import dev.orderflow.notification.testing.Tables;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Orders whose customers are to be told, and what they were told. */
abstract class NotificationFixture {

    static final Duration SOON = Duration.ofSeconds(40);

    static OrderTopic orders;

    @Inject
    Tables tables;

    @BeforeAll
    static void connect() {
        orders = new OrderTopic();
    }

    @AfterAll
    static void disconnect() {
        orders.close();
    }

    static Map<String, Object> onlyMail(AnOrder order) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(MailSink.mailsTo(order.email())).hasSize(1));
        return MailSink.mailsTo(order.email()).getFirst();
    }

    static List<Map<String, Object>> listed(AnOrder order) {
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
