package dev.orderflow.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The signature is that of the Standard Webhooks specification's own example. */
class WebhookVerifierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String AT = "1614265330";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    @Test
    void knowsWhatIsGenuine() {
        assertThat(at(0, SECRET).verified(ID, AT, SIGNATURE, BODY))
                .hasValueSatisfying(event -> assertThat(event.id()).isEqualTo(ID));
        assertThat(at(0, OTHER, SECRET).verified(ID, AT, "v1,AAAA " + SIGNATURE, BODY))
                .isPresent();
    }

    @Test
    void refusesWhatIsNot() {
        assertThat(at(0, OTHER).verified(ID, AT, SIGNATURE, BODY)).isEmpty();
        assertThat(at(0, SECRET).verified("msg_other", AT, SIGNATURE, BODY)).isEmpty();
        assertThat(at(0, SECRET).verified(ID, "1614265331", SIGNATURE, BODY)).isEmpty();
        assertThat(at(0, SECRET).verified(ID, AT, SIGNATURE, "{}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(at(0, SECRET).verified(null, null, null, BODY)).isEmpty();
        assertThat(at(0, SECRET).verified(ID, "today", SIGNATURE, BODY)).isEmpty();
    }

    @Test
    void refusesWhatMayBeAReplay() {
        assertThat(at(300, SECRET).verified(ID, AT, SIGNATURE, BODY)).isPresent();
        assertThat(at(301, SECRET).verified(ID, AT, SIGNATURE, BODY)).isEmpty();
        assertThat(at(-301, SECRET).verified(ID, AT, SIGNATURE, BODY)).isEmpty();
    }

    private static WebhookVerifier at(int secondsLater, String... secrets) {
        var now = Instant.ofEpochSecond(Long.parseLong(AT) + secondsLater);
        return new WebhookVerifier(Clock.fixed(now, ZoneOffset.UTC), secrets);
    }
}
