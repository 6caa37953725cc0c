package dev.orderflow.notification.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.contracts.order.OrderStuck;
import dev.orderflow.messaging.task.NewTask;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorsTest {

    private static final String SECRET = "whsec_dGhpcyBpcyBhIHNlY3JldCBmb3Igb3BlcmF0b3JzISE=";
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final UUID ORDER = new UUID(1, 1);
    private static final Alert STUCK =
            Alert.of(new UUID(2, 2), new OrderStuck(ORDER, "c", "RECALLING", List.of(), NOW, "deadline"), NOW);

    @Test
    void tellsNobodyUnlessSomebodyIsNamed() {
        var nobody = operators(Map.of());

        assertThat(nobody.isAnybody()).isFalse();
        assertThat(nobody.tell(STUCK, NOW)).isEmpty();
    }

    @Test
    void tellsEachByATaskOfTheirOwn() {
        var tasks = operators(Map.of(
                        "mail-to", "a@shop.example,b@shop.example",
                        "webhook-url", "http://alerts.internal:9000/orderflow",
                        "webhook-secret", SECRET,
                        "patience", "2h"))
                .tell(STUCK, NOW);

        assertThat(tasks)
                .extracting(NewTask::kind)
                .containsExactly("operator-mail", "operator-mail", "operator-webhook");
        assertThat(tasks).extracting(NewTask::key).containsOnly(ORDER.toString());
        assertThat(tasks).extracting(NewTask::deadline).containsOnly(NOW.plus(Duration.ofHours(2)));
        assertThat(tasks)
                .extracting(NewTask::payload)
                .contains(new OperatorMail(STUCK, "b@shop.example"), new OperatorHook(STUCK));
    }

    @ParameterizedTest
    @CsvSource({
        "https://alerts.example/hook, ",
        "https://alerts.example/hook, secret",
        "ftp://alerts.example/hook, " + SECRET,
        "alerts, " + SECRET
    })
    void doesNotStartWithAnEndpointThatItCannotCall(String url, String secret) {
        var settings =
                secret == null ? Map.of("webhook-url", url) : Map.of("webhook-url", url, "webhook-secret", secret);

        assertThatThrownBy(() -> operators(settings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("webhook-");
    }

    private static Operators operators(Map<String, String> settings) {
        var prefixed = settings.entrySet().stream()
                .collect(Collectors.toMap(
                        each -> "orderflow.notification.operators." + each.getKey(), Map.Entry::getValue));
        return new Operators(new SmallRyeConfigBuilder()
                .withMapping(OperatorsConfig.class)
                .withSources(new PropertiesConfigSource(prefixed, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(OperatorsConfig.class));
    }
}
