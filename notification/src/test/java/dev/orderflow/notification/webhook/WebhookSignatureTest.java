package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /** The example that the libraries of Standard Webhooks are tested with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void signsAsStandardWebhooksDoes() {
        assertThat(sign(List.of(SECRET))).isEqualTo(EXPECTED);
    }

    @Test
    void signsWithEachSecret() {
        var other = "whsec_" + Base64.getEncoder().encodeToString(new byte[32]);

        assertThat(List.of(sign(List.of(other, SECRET)).split(" ")))
                .hasSize(2)
                .last()
                .isEqualTo(EXPECTED);
    }

    @Test
    void makesSecretsOf32RandomBytes() {
        var secrets = new Secrets();
        var one = secrets.next();

        assertThat(one).startsWith("whsec_").isNotEqualTo(secrets.next());
        assertThat(Base64.getDecoder().decode(one.substring(6))).hasSize(32);
    }

    private static String sign(List<String> secrets) {
        return WebhookSignature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}", secrets);
    }
}
