package dev.orderflow.payment.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(UTF_8);
    private static final String SECRET = "whsec_1";

    /** {@code printf '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_1} */
    private static final String GOOD = "86d9cb9088d7cce050b0134e2d515d0fc05e8c00073612d3451480c6291f4dcd";

    @Test
    void knowsItsOwn() {
        assertThat(signature("t=1700000000,v1=" + GOOD).isOf(BODY, SECRET)).isTrue();
    }

    @Test
    void knowsItsOwnAmongOthersWhileASecretIsChanged() {
        assertThat(signature("t=1700000000, v1=00ff, v1=" + GOOD + ",v0=beef").isOf(BODY, SECRET))
                .isTrue();
    }

    @Test
    void coversTheTime() {
        assertThat(signature("t=1700000001,v1=" + GOOD).isOf(BODY, SECRET)).isFalse();
    }

    @Test
    void coversTheBodyAndTheSecret() {
        var signature = signature("t=1700000000,v1=" + GOOD);

        assertThat(signature.isOf("{}".getBytes(UTF_8), SECRET)).isFalse();
        assertThat(signature.isOf(BODY, "whsec_2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "t=1700000000", "v1=00", "t=,v1=00", "t=soon,v1=00", "t=-5,v1=00", "t=9999999999999,v1=00"})
    void refusesWhatIsMalformed(String header) {
        assertThat(WebhookSignature.parse(header)).isEmpty();
    }

    @Test
    void refusesWhatIsMissing() {
        assertThat(WebhookSignature.parse(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "300, true", "-300, true", "301, false", "-301, false"})
    void holdsForFiveMinutes(long seconds, boolean holds) {
        var now = Instant.ofEpochSecond(1_700_000_000L + seconds);

        assertThat(signature("t=1700000000,v1=" + GOOD).isWithin(Duration.ofMinutes(5), now))
                .isEqualTo(holds);
    }

    private static WebhookSignature signature(String header) {
        return WebhookSignature.parse(header).orElseThrow();
    }
}
