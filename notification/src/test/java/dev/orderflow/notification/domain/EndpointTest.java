package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndpointTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Endpoint FIRST = Endpoint.fresh(new UUID(1, 1), "https://hooks.example.com/", "whsec_b25l");

    @Test
    void signsWithBothSecretsForADay() {
        var rotated = FIRST.rotated(new UUID(1, 2), "whsec_dHdv", NOW);

        assertThat(FIRST.secrets(NOW)).containsExactly("whsec_b25l");
        assertThat(rotated.secrets(NOW.plus(Duration.ofHours(23)))).containsExactly("whsec_dHdv", "whsec_b25l");
        assertThat(rotated.secrets(NOW.plus(Duration.ofDays(1)))).containsExactly("whsec_dHdv");
    }

    @Test
    void aRotationThatIsRepeatedLeavesTheSecretThatTheReceiverHas() {
        var twice = rotated(rotated(FIRST, "whsec_Qg==", NOW), "whsec_Qw==", NOW.plusSeconds(10));

        assertThat(twice.secrets(NOW.plusSeconds(10))).containsExactly("whsec_Qw==", "whsec_Qg==", "whsec_b25l");
        assertThat(twice.secrets(NOW.plus(Duration.ofDays(1)))).containsExactly("whsec_Qw==", "whsec_Qg==");
    }

    @Test
    void ofManyRotationsTheNewestTheOneBeforeAndTheOldestSign() {
        var third = rotated(rotated(FIRST, "whsec_Qg==", NOW), "whsec_Qw==", NOW.plusSeconds(10));
        var fourth = rotated(third, "whsec_RA==", NOW.plusSeconds(20));

        assertThat(fourth.secrets(NOW.plusSeconds(20))).containsExactly("whsec_RA==", "whsec_Qw==", "whsec_b25l");
    }

    @Test
    void aSecretThatIsOverIsForgottenByTheNextRotation() {
        var second = rotated(FIRST, "whsec_Qg==", NOW);
        var third = rotated(second, "whsec_Qw==", NOW.plus(Duration.ofDays(2)));

        assertThat(third.replaced()).extracting(OldSecret::secret).containsExactly("whsec_Qg==");
    }

    @Test
    void aNewSecretOpensADisabledEndpoint() {
        var disabled = new Endpoint(FIRST.id(), FIRST.url(), FIRST.secret(), List.of(), NOW);

        assertThat(disabled.isOpen()).isFalse();
        assertThat(disabled.rotated(new UUID(1, 2), "whsec_dHdv", NOW).isOpen()).isTrue();
    }

    @Test
    void storesWhatWasReplacedOtherwise() {
        var stored = rotated(FIRST, "whsec_Qg==", NOW).storingReplaced(old -> "sealed " + old);

        assertThat(stored.secrets(NOW)).containsExactly("whsec_Qg==", "sealed whsec_b25l");
        assertThat(stored.secrets(NOW.plus(Duration.ofDays(1)))).containsExactly("whsec_Qg==");
    }

    @Test
    void tellsNoSecretByAccident() {
        assertThat(new OldSecret("whsec_b25l", NOW).toString()).doesNotContain("whsec_");
        assertThat(FIRST.toString()).doesNotContain("whsec_").doesNotContain("example");
    }

    private static Endpoint rotated(Endpoint endpoint, String secret, Instant now) {
        return endpoint.rotated(new UUID(1, 2), secret, now);
    }
}
