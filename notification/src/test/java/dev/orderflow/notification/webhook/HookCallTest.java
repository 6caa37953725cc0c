package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.orderflow.messaging.event.EventCodec;
import dev.orderflow.messaging.event.EventTypes;
import dev.orderflow.notification.domain.Endpoint;
import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Template;
import dev.orderflow.notification.persistence.Dispatch;
import dev.orderflow.notification.secret.SealedSecrets;
import dev.orderflow.notification.secret.TestKeys;
import dev.orderflow.notification.testing.Receiver;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an event is signed with when not every secret can be opened. */
class HookCallTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CUSTOMER = "alice";
    private static final String LOST = TestKeys.key("lost", 1);
    private static final String PRESENT = TestKeys.key("present", 2);

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();
    private final SealedSecrets secrets = TestKeys.with(PRESENT);
    private final Endpoint unreadable =
            Endpoint.fresh(new UUID(1, 1), receiver.url(), TestKeys.with(LOST).seal("whsec_b25l", CUSTOMER));

    @AfterEach
    void end() {
        receiver.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void signsAgainWhenASecretWhoseKeyIsLostWasReplaced() {
        var rotated = rotated(unreadable, "whsec_dHdv");

        assertThat(answer(rotated)).isEqualTo(new HookAnswer.Responded(rotated.id(), 204));
        assertThat(signatures()).hasSize(1);
    }

    @Test
    void signsWithEachThatCanBeOpened() {
        var twice = rotated(rotated(unreadable, "whsec_dHdv"), "whsec_dHJl");

        assertThat(answer(twice)).isInstanceOf(HookAnswer.Responded.class);
        assertThat(signatures()).hasSize(2);
    }

    @Test
    void sendsNothingThatThePresentSecretDoesNotSign() {
        assertThat(answer(unreadable)).isEqualTo(new HookAnswer.Unreached("secret-unreadable"));
        assertThat(receiver.received()).isEmpty();
    }

    private Endpoint rotated(Endpoint endpoint, String fresh) {
        return endpoint.rotated(new UUID(1, 2), secrets.seal(fresh, CUSTOMER), Instant.now());
    }

    private List<String> signatures() {
        return List.of(
                receiver.received().getFirst().header("webhook-signature").split(" "));
    }

    private HookAnswer answer(Endpoint endpoint) {
        var config = config();
        var destinations = new Destinations(vertx, host -> List.of(InetAddress.getLoopbackAddress()), SOON);
        var json = new EventCodec(new EventTypes(List.of()), new ObjectMapper().registerModule(new JavaTimeModule()));
        return new HookCall(new HookSender(vertx, destinations, config), new Crowd(1, 1), json, secrets, config)
                .make(dispatch(endpoint))
                .subscribeAsCompletionStage()
                .orTimeout(SOON.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private static Dispatch dispatch(Endpoint endpoint) {
        var message = new Message(Template.ORDER_DELIVERED, Facts.NONE, Language.EN);
        return new Dispatch(new UUID(2, 1), CUSTOMER, new UUID(3, 1), message, Instant.now(), true, endpoint);
    }

    private static WebhookConfig config() {
        return new SmallRyeConfigBuilder()
                .withMapping(WebhookConfig.class)
                .withDefaultValue("orderflow.notification.webhook.trusted-hosts", "localhost")
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(WebhookConfig.class);
    }
}
