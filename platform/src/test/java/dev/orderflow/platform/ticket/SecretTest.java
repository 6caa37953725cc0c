package dev.orderflow.platform.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

    private static final String GOOD = "A".repeat(43);

    @Test
    void has256BitsThatSurviveAnAddress() {
        assertThat(Secret.of("token", "seed").text()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void followsFromTokenAndSeedTogether() {
        var secret = Secret.of("token", "seed");

        assertThat(Secret.of("token", "seed").text()).isEqualTo(secret.text());
        assertThat(Secret.of("token", "other").text()).isNotEqualTo(secret.text());
        assertThat(Secret.of("other", "seed").text()).isNotEqualTo(secret.text());
    }

    @Test
    void isFoundByItsTextAlone() {
        var secret = Secret.of("token", "seed");

        assertThat(Secret.parse(secret.text()).orElseThrow().hash())
                .isEqualTo(secret.hash())
                .hasSize(32);
        assertThat(Secret.parse(GOOD).orElseThrow().hash()).isNotEqualTo(secret.hash());
    }

    /** Of the last character Base64 decodes four of six bits only. */
    @Test
    void hasOneWayToBeWritten() {
        var one = Secret.parse(GOOD).orElseThrow();
        var other = Secret.parse("A".repeat(42) + "B").orElseThrow();

        assertThat(one.hash()).isNotEqualTo(other.hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "A A", "++++", "\0"})
    void isNothingThatItCantBe(String text) {
        assertThat(Secret.parse(text)).isEmpty();
        assertThat(Secret.parse(GOOD.substring(text.length()) + "*" + text)).isEmpty();
        assertThat(Secret.parse(GOOD + "\n")).isEmpty();
    }

    @Test
    void isInNoLog() {
        var secret = Secret.of("token", "seed");

        assertThat(secret.toString()).doesNotContain(secret.text());
        assertThat(new TicketView(secret.text(), java.time.Instant.now()).toString())
                .doesNotContain(secret.text());
    }
}
