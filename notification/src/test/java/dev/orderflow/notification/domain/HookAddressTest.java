package dev.orderflow.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookAddressTest {

    private static final Set<String> NOBODY = Set.of();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/",
                "https://HOOKS.example.com:443/orders?shop=7",
                "https://xn--bcher-kva.example/hook",
            })
    void allowsAPublicName(String url) {
        assertThat(HookAddress.of(url, NOBODY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hooks.example.com",
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "https:///hook",
                "https://hooks.example.com:8443/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:80/",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com@127.0.0.1/",
                "https://hooks.example.com/#part",
                "https://localhost/",
                "https://api.localhost/",
                "https://localhost./",
                "https://hooks.example.com./",
                "https://intranet/",
                "https://93.184.215.14/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://hooks_example.com/",
                "https://hooks.example.com\\@127.0.0.1/",
                "file:///etc/passwd",
                "javascript:alert(1)",
            })
    void refusesEverythingElse(String url) {
        assertThat(HookAddress.of(url, NOBODY)).isEmpty();
    }

    @Test
    void letsAnOperatorVouchForAHost() {
        var trusted = Set.of("localhost");

        assertThat(HookAddress.of("http://localhost:8099/hook", trusted))
                .hasValueSatisfying(address -> assertThat(address.port()).isEqualTo(8099));
        assertThat(HookAddress.of("http://localhost/hook", trusted))
                .hasValueSatisfying(address -> assertThat(address.port()).isEqualTo(80));
        assertThat(HookAddress.of("http://user@localhost:8099/hook", trusted)).isEmpty();
        assertThat(HookAddress.of("ftp://localhost/hook", trusted)).isEmpty();
        assertThat(HookAddress.of("http://127.0.0.1:8099/hook", trusted)).isEmpty();
    }
}
