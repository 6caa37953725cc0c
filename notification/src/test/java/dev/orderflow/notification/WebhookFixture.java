package dev.orderflow.notification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orderflow.devservices.testing.Tokens;
import dev.orderflow.notification.testing.AnOrder;
import dev.orderflow.notification.testing.Receiver;
import dev.orderflow.notification.testing.Receiver.Received;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;

/** A customer whose order is told to a receiver of their own. */
abstract class WebhookFixture extends NotificationFixture {

    final Receiver receiver = new Receiver();
    final AnOrder order = AnOrder.some();

    @AfterEach
    void close() {
        receiver.close();
    }

    String subscribe(String channels) {
        return put(preferences(channels, receiver.url(), ""), 200)
                .extract()
                .jsonPath()
                .getString("webhookSecret");
    }

    static String preferences(String channels, String url, String more) {
        return """
                {"locale":"en","channels":["%s"],"webhookUrl":"%s"%s}""".formatted(channels, url, more);
    }

    ValidatableResponse put(String body, int status) {
        return me().contentType("application/json")
                .body(body)
                .put("/preferences")
                .then()
                .statusCode(status);
    }

    ValidatableResponse deliveries() {
        return me().get("/webhook-deliveries").then().statusCode(200);
    }

    Received first() {
        soon(() -> assertThat(receiver.received()).isNotEmpty());
        return receiver.received().getFirst();
    }

    RequestSpecification me() {
        return given().auth().oauth2(Tokens.customer(order.customer()));
    }

    static void soon(ThrowingRunnable assertion) {
        await().atMost(SOON).untilAsserted(assertion);
    }

    /** As a receiver computes it. */
    static String signature(String secret, Received event) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = event.header("webhook-id") + "." + event.header("webhook-timestamp") + "." + event.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
