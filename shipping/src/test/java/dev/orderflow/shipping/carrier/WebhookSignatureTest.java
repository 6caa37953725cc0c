package dev.orderflow.shipping.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {

    private static final byte[] BODY = "{\"description\":\"tracker.updated\"}".getBytes(UTF_8);

    /** {@code printf '{"description":"tracker.updated"}' | openssl dgst -sha256 -hmac whsec_1} */
    private static final String GOOD =
            "hmac-sha256-hex=ef7715fe76942c9a73b55b7e76adc7d26bc2cd974096d04b81ffd3b0db735608";

    private static final String ADDRESS = "/webhooks/carriers";
    private static final String PATH = "/hooks/webhooks/carriers";
    private static final String SENT = "Mon, 2 Nov 2026 08:00:00 GMT";
    private static final Instant SENT_AT = Instant.parse("2026-11-02T08:00:00Z");

    /** The same of {@code Mon, 2 Nov 2026 08:00:00 GMTPOST/hooks/webhooks/carriers{"description":"tracker.updated"}}. */
    private static final String GOOD_AND_TIMED =
            "hmac-sha256-hex=86c66912af2338bc11f6e3f5947a2bd1bc7470e177d37074d3a546ab8a1d9f32";

    @Test
    void knowsItsOwn() {
        assertThat(fits(signature("whsec_1"), BODY, GOOD)).isTrue();
    }

    @Test
    void knowsBothSecretsWhileOneIsChanged() {
        assertThat(fits(signature("whsec_2", "whsec_1"), BODY, GOOD)).isTrue();
        assertThat(fits(signature("whsec_1", "whsec_2"), BODY, GOOD)).isTrue();
    }

    @Test
    void coversTheBodyAndTheSecret() {
        assertThat(fits(signature("whsec_1"), "{}".getBytes(UTF_8), GOOD)).isFalse();
        assertThat(fits(signature("whsec_2"), BODY, GOOD)).isFalse();
        assertThat(fits(signature("whsec_2", "whsec_3"), BODY, GOOD)).isFalse();
    }

    @Test
    void holdsForFiveMinutesWhereItTellsItsTime() {
        var proof = new WebhookProof(GOOD, GOOD_AND_TIMED, SENT, PATH);

        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT)).isTrue();
        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT.plusSeconds(300)))
                .isTrue();
        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT.minusSeconds(300)))
                .isTrue();
        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT.plusSeconds(301)))
                .isFalse();
        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT.minusSeconds(301)))
                .isFalse();
    }

    /** Else who has an old one would give it a new time. */
    @Test
    void coversTimeAndPathAndDoesNotFallBack() {
        var later = "Mon, 2 Nov 2026 08:10:00 GMT";
        var signature = signature("whsec_1");
        var now = SENT_AT.plusSeconds(600);

        assertThat(signature.fits(BODY, new WebhookProof(GOOD, GOOD_AND_TIMED, later, PATH), now))
                .isFalse();
        assertThat(signature.fits(BODY, new WebhookProof(GOOD, GOOD_AND_TIMED, SENT, "/elsewhere"), SENT_AT))
                .isFalse();
        assertThat(signature.fits(BODY, new WebhookProof(GOOD, GOOD, SENT, PATH), SENT_AT))
                .isFalse();
        assertThat(signature.fits(BODY, new WebhookProof(GOOD, GOOD_AND_TIMED, "now", PATH), SENT_AT))
                .isFalse();
        assertThat(signature.fits(BODY, new WebhookProof(GOOD, GOOD_AND_TIMED, null, null), SENT_AT))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'Mon, 02 Nov 2026 08:00:00 -0000', /webhooks/carriers?shop=1, 0182c28bb53716fcf458f04effec24de5991f923402951620b7cfe3c93a0b222, true",
        "'Mon, 2 Nov 2026 08:00:00 GMT', /webhooks/payments, 54c5eb89aaca9efcda1d6a2e0f778b54f75a17f8c9b7a189af2821b69c6958d9, false"
    })
    void isForThisAddressOnly(String sent, String path, String code, boolean believed) {
        var proof = new WebhookProof(null, "hmac-sha256-hex=" + code, sent, path);

        assertThat(signature("whsec_1").fits(BODY, proof, SENT_AT)).isEqualTo(believed);
    }

    @Test
    void believesNoneWithoutATimeWhereTheCarrierTellsIt() {
        var strict = new WebhookSignature(List.of("whsec_1"), ADDRESS, Duration.ofMinutes(5), false);

        assertThat(fits(strict, BODY, GOOD)).isFalse();
        assertThat(strict.fits(BODY, new WebhookProof(null, GOOD_AND_TIMED, SENT, PATH), SENT_AT))
                .isTrue();
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
        assertThat(fits(signature("whsec_1"), BODY, header)).isFalse();
    }

    private static boolean fits(WebhookSignature signature, byte[] body, String header) {
        return signature.fits(body, new WebhookProof(header, null, null, null), Instant.now());
    }

    private static WebhookSignature signature(String... secrets) {
        return new WebhookSignature(List.of(secrets), ADDRESS, Duration.ofMinutes(5), true);
    }
}
