package dev.orderflow.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.order.PaymentRequested;
import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TextsTest {

    private final PaymentRequested event = new PaymentRequested(
            UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23"),
            "c-1",
            Money.of("9.90", "EUR"),
            "CARD",
            Instant.parse("2026-01-01T00:00:00Z"),
            "tok_visa");

    @Test
    void keepsPersonalFieldsApart() {
        assertThat(Texts.withoutPersonal(event))
                .doesNotContain("tok_visa")
                .contains(
                        "\"amount\":{\"amount\":\"9.90\",\"currency\":\"EUR\"}", "\"payBy\":\"2026-01-01T00:00:00Z\"");
        assertThat(Texts.personal(event)).isEqualTo("{\"paymentToken\":\"tok_visa\"}");
    }

    @Test
    void hasNothingApartForAnEventWithoutPersonalFields() {
        assertThat(Texts.personal(new dev.orderflow.contracts.payment.PaymentVoided(event.orderId(), "c-1", null)))
                .isNull();
    }
}
