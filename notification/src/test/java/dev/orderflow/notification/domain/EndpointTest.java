package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
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
    void aNewSecretOpensADisabledEndpoint() {
        var disabled = new Endpoint(FIRST.id(), FIRST.url(), FIRST.secret(), null, null, NOW);

        assertThat(disabled.isOpen()).isFalse();
        assertThat(disabled.rotated(new UUID(1, 2), "whsec_dHdv", NOW).isOpen()).isTrue();
    }

    @Test
    void tellsNoSecretByAccident() {
        assertThat(FIRST.toString()).doesNotContain("whsec_").doesNotContain("example");
    }
}
