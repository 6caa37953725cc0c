package dev.orderflow.notification.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretsTest {

    private static final String SECRET = "whsec_b25l";
    private static final String OLD = TestKeys.key("old", 1);
    private static final String NEW = TestKeys.key("new", 2);

    private final SealedSecrets secrets = TestKeys.with(OLD);

    @Test
    void opensWhatItHasSealed() {
        var sealed = secrets.seal(SECRET, "alice");

        assertThat(sealed).startsWith("aes-gcm:old:").doesNotContain(SECRET);
        assertThat(secrets.open(sealed, "alice")).isEqualTo(SECRET);
    }

    @Test
    void sealsNeverTwiceAlike() {
        assertThat(secrets.seal(SECRET, "alice")).isNotEqualTo(secrets.seal(SECRET, "alice"));
    }

    @Test
    void isNoSecretWithoutTheKey() {
        var sealed = secrets.seal(SECRET, "alice");

        assertThatThrownBy(() -> TestKeys.with(NEW).open(sealed, "alice")).hasMessageContaining("lacks old");
        assertThatThrownBy(() -> TestKeys.with(TestKeys.key("old", 3)).open(sealed, "alice"))
                .isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void isWorthNothingInAnotherCustomersRow() {
        var sealed = secrets.seal(SECRET, "alice");

        assertThatThrownBy(() -> secrets.open(sealed, "mallory")).isInstanceOf(UnreadableSecret.class);
    }

    @Test
    void noticesWhatWasChanged() {
        var sealed = secrets.seal(SECRET, "alice");
        var bytes = Base64.getDecoder().decode(sealed.substring("aes-gcm:old:".length()));
        bytes[bytes.length - 1] ^= 1;
        var changed = "aes-gcm:old:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> secrets.open(changed, "alice")).isInstanceOf(UnreadableSecret.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aes-gcm:",
                "aes-gcm:x",
                "aes-gcm:old",
                "aes-gcm:old:",
                "aes-gcm:old:%%",
                "aes-gcm:old:AAAA",
                "aes-gcm:old:AAAAAAAAAAAAAAAA",
                "aes-gcm:old:AAAA:AAAA",
                "aes-gcm::AAAAAAAAAAAAAAAAAAAA"
            })
    void opensNothingMalformed(String stored) {
        assertThatThrownBy(() -> secrets.open(stored, "alice"))
                .isInstanceOf(UnreadableSecret.class)
                .message()
                .doesNotContain("alice");
        assertThat(secrets.ifReadable(stored, "alice")).isEmpty();
    }

    /** Also while there is nothing to count: an alert is a threshold over a number. */
    @Test
    void countsWhatItCantOpen() {
        var registry = new SimpleMeterRegistry();
        var counting = TestKeys.with(registry, NEW);
        var counter = registry.get("orderflow.notification.secrets.unreadable").counter();
        assertThat(counting.open(counting.seal(SECRET, "alice"), "alice")).isEqualTo(SECRET);
        assertThat(counter.count()).isZero();

        var lost = secrets.seal(SECRET, "alice");
        assertThatThrownBy(() -> counting.open(lost, "alice")).isInstanceOf(UnreadableSecret.class);
        assertThat(counting.ifReadable(lost, "alice")).isEmpty();
        assertThat(counting.renewed(lost, "alice")).isEqualTo(lost);

        assertThat(counter.count()).isEqualTo(3);
    }

    @Test
    void opensWithAnOldKeyAndSealsWithTheNewOne() {
        var sealed = secrets.seal(SECRET, "alice");
        var both = TestKeys.with(NEW, OLD);

        assertThat(both.open(sealed, "alice")).isEqualTo(SECRET);
        assertThat(both.seal(SECRET, "alice")).startsWith("aes-gcm:new:");
    }

    @Test
    void sealsAnewWhatItCanOpenAndLeavesTheRest() {
        var both = TestKeys.with(NEW, OLD);
        var current = both.seal(SECRET, "alice");
        var lost = TestKeys.with(TestKeys.key("lost", 3)).seal(SECRET, "alice");

        assertThat(List.of(secrets.seal(SECRET, "alice"), SECRET))
                .allSatisfy(stored -> assertThat(both.renewed(stored, "alice"))
                        .startsWith("aes-gcm:new:")
                        .satisfies(renewed ->
                                assertThat(both.open(renewed, "alice")).isEqualTo(SECRET)));
        assertThat(List.of(current, lost))
                .allSatisfy(stored -> assertThat(both.renewed(stored, "alice")).isEqualTo(stored));
    }

    @Test
    void readsWhatAnOlderVersionLeftAsItIs() {
        assertThat(secrets.open(SECRET, "alice")).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old", ":AAAA", "old:", "old:AAAA", "old:%%", "a b:AAAA"})
    void takesNothingButKeys(String configured) {
        assertThatThrownBy(() -> TestKeys.with(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("orderflow.notification.secrets.keys: ")
                .message()
                .doesNotContain("AAAA");
    }

    @Test
    void takesNoNameTwiceAndNotNone() {
        assertThatThrownBy(() -> TestKeys.with(OLD, OLD)).hasMessageContaining("old is there twice");
        assertThatThrownBy(() -> TestKeys.with()).hasMessageContaining("there is no key");
    }

    @Test
    void showsNoKey() {
        assertThat(KeyRing.of(List.of(OLD)).toString()).isEqualTo("KeyRing[old]");
    }
}
