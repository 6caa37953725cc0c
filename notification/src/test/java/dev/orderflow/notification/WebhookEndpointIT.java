package dev.orderflow.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.orderflow.contracts.customer.CustomerErased;
import dev.orderflow.notification.testing.MailSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address and its secret: which may be set, who sees them, and when they go. */
@QuarkusTest
@QuarkusTestResource(MailSink.class)
class WebhookEndpointIT extends WebhookFixture {

    @Test
    void aRotationThatIsRepeatedSignsForWhoSawNoneOfItsAnswers() throws Exception {
        var old = subscribe("WEBHOOK");
        var lost = rotate();
        var fresh = rotate();
        me().get("/preferences").then().body("webhookSecret", nullValue());

        orders.publish(order.placed());

        var event = first();
        assertThat(event.header("webhook-signature"))
                .isEqualTo("v1,%s v1,%s v1,%s"
                        .formatted(signature(fresh, event), signature(lost, event), signature(old, event)));
    }

    @Test
    void showsTheSecretOnce() {
        var secret = subscribe("WEBHOOK");

        assertThat(secret).startsWith("whsec_");
        me().get("/preferences")
                .then()
                .body("webhookUrl", equalTo(receiver.url()))
                .body("webhookSecret", nullValue());
        put(preferences("WEBHOOK", receiver.url(), ""), 200).body("webhookSecret", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.com/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://[::1]/",
                "https://user@hooks.example.com/",
                "https://hooks.example.com:8443/",
                "https://169.254.169.254/latest/meta-data"
            })
    void refusesAnAddressThatIsNotPublic(String url) {
        put(preferences("WEBHOOK", url, ""), 422)
                .body("type", equalTo("/problems/webhook-url-refused"))
                .body("errors[0].field", equalTo("webhookUrl"));
        me().get("/preferences").then().header("ETag", "\"0\"");
    }

    @Test
    void anErasureEndsWhatIsStillTried() {
        subscribe("WEBHOOK");
        receiver.answering(request -> 503);
        orders.publish(order.placed());
        soon(() -> assertThat(receiver.received()).isNotEmpty());

        orders.publish(new CustomerErased(order.customer(), Instant.now().plusSeconds(1)));

        soon(() -> deliveries().body("items.outcome", contains("opted-out")).body("items.state", contains("FAILED")));
        me().get("/preferences").then().body("webhookUrl", nullValue());
    }

    /** The erasure is read only after that. */
    @Test
    void anErasureTakesWhatWasSaidBeforeItThoughItsEndpointIsGoneSince() {
        subscribe("WEBHOOK");
        var erasure = new CustomerErased(order.customer(), Instant.now());
        receiver.answering(request -> 410);
        orders.publish(order.placed());
        soon(() -> me().get("/preferences").then().body("webhookDisabledAt", notNullValue()));

        orders.publish(erasure);

        soon(() ->
                me().get("/preferences").then().header("ETag", equalTo("\"0\"")).body("webhookUrl", nullValue()));
    }

    private String rotate() {
        return put(preferences("WEBHOOK", receiver.url(), ",\"rotateSecret\":true"), 200)
                .extract()
                .jsonPath()
                .getString("webhookSecret");
    }
}
