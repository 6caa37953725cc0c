package dev.orderflow.notification.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedSecretsTest {

    private static final String SECRET = "whsec_b25l";
    private static final String OLD = "old:" + key(1);
    private static final String NEW = "new:" + key(2);

    private final SealedSecrets secrets = with(OLD);

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

        assertThatThrownBy(() -> with(NEW).open(sealed, "alice")).hasMessageContaining("lacks old");
        assertThatThrownBy(() -> with("old:" + key(3)).open(sealed, "alice")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isWorthNothingInAnotherCustomersRow() {
        var sealed = secrets.seal(SECRET, "alice");

        assertThatThrownBy(() -> secrets.open(sealed, "mallory")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesWhatWasChanged() {
        var sealed = secrets.seal(SECRET, "alice");
        var bytes = Base64.getDecoder().decode(sealed.substring("aes-gcm:old:".length()));
        bytes[bytes.length - 1] ^= 1;
        var changed = "aes-gcm:old:" + Base64.getEncoder().encodeToString(bytes);

        assertThatThrownBy(() -> secrets.open(changed, "alice")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensWithAnOldKeyAndSealsWithTheNewOne() {
        var sealed = secrets.seal(SECRET, "alice");
        var both = with(NEW, OLD);

        assertThat(both.open(sealed, "alice")).isEqualTo(SECRET);
        assertThat(both.seal(SECRET, "alice")).startsWith("aes-gcm:new:");
    }

    @Test
    void readsWhatAnOlderVersionLeftAsItIs() {
        assertThat(secrets.open(SECRET, "alice")).isEqualTo(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "old", ":AAAA", "old:", "old:AAAA", "old:%%", "a b:AAAA"})
    void takesNothingButKeys(String configured) {
        assertThatThrownBy(() -> with(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("orderflow.notification.secrets.keys: ")
                .message()
                .doesNotContain("AAAA");
    }

    @Test
    void takesNoNameTwiceAndNotNone() {
        assertThatThrownBy(() -> with(OLD, OLD)).hasMessageContaining("old is there twice");
        assertThatThrownBy(() -> with()).hasMessageContaining("there is no key");
    }

    @Test
    void showsNoKey() {
        assertThat(KeyRing.of(List.of(OLD)).toString()).isEqualTo("KeyRing[old]");
    }

    private static SealedSecrets with(String... keys) {
        return new SealedSecrets(KeyRing.of(List.of(keys)));
    }

    private static String key(int first) {
        var bytes = new byte[32];
        bytes[0] = (byte) first;
        return Base64.getEncoder().encodeToString(bytes);
    }
}
