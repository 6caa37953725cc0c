package dev.orderflow.notification.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.notification.domain.Facts;
import dev.orderflow.notification.domain.HookAnswer;
import dev.orderflow.notification.domain.HookDelivery;
import dev.orderflow.notification.domain.Language;
import dev.orderflow.notification.domain.Message;
import dev.orderflow.notification.domain.Notification;
import dev.orderflow.notification.domain.Template;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WebhookDeliveryViewTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void tellsNobodyWhichPrivateNamesThereAre() {
        assertThat(shown("address-refused")).isEqualTo(shown("unknown-host")).isEqualTo("no-public-address");
    }

    @Test
    void showsAnyOtherOutcomeAsItIs() {
        assertThat(shown("tls-failed")).isEqualTo("tls-failed");
    }

    @Test
    void showsNoOutcomeBeforeTheFirstAttempt() {
        assertThat(WebhookDeliveryView.of(fresh()).outcome()).isNull();
    }

    private static String shown(String outcome) {
        var tried = fresh().after(new HookAnswer.Unreached(outcome), 0, NOW, NOW.plusSeconds(5));
        return WebhookDeliveryView.of(tried.orElseThrow()).outcome();
    }

    private static HookDelivery fresh() {
        var message = new Message(Template.ORDER_DELIVERED, Facts.NONE, Language.EN);
        var notification = Notification.byWebhook(new UUID(1, 2), new UUID(1, 1), "c-1", message, NOW);
        return HookDelivery.of(notification, NOW.plusSeconds(60));
    }
}
