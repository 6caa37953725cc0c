package dev.orderflow.shipping.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"description\":\"tracker.updated\"}".getBytes(UTF_8);

    /** {@code printf '{"description":"tracker.updated"}' | openssl dgst -sha256 -hmac whsec_1} */
    private static final String GOOD =
            "hmac-sha256-hex=ef7715fe76942c9a73b55b7e76adc7d26bc2cd974096d04b81ffd3b0db735608";

    @Test
    void knowsItsOwn() {
        assertThat(signature("whsec_1").fits(BODY, GOOD)).isTrue();
    }

    @Test
    void knowsBothSecretsWhileOneIsChanged() {
        assertThat(signature("whsec_2", "whsec_1").fits(BODY, GOOD)).isTrue();
        assertThat(signature("whsec_1", "whsec_2").fits(BODY, GOOD)).isTrue();
    }

    @Test
    void coversTheBodyAndTheSecret() {
        assertThat(signature("whsec_1").fits("{}".getBytes(UTF_8), GOOD)).isFalse();
        assertThat(signature("whsec_2").fits(BODY, GOOD)).isFalse();
        assertThat(signature("whsec_2", "whsec_3").fits(BODY, GOOD)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "hmac-sha256-hex=",
                "ef7715fe76942c9a73b55b7e76adc7d26bc2cd974096d04b81ffd3b0db735608",
                "hmac-sha256-hex=00"
            })
    void refusesWhatIsMalformed(String header) {
        assertThat(signature("whsec_1").fits(BODY, header)).isFalse();
    }

    private static WebhookSignature signature(String... secrets) {
        return new WebhookSignature(List.of(secrets));
    }
}
