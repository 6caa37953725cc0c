package dev.orderflow.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.client.model.BestSeller;
import dev.orderflow.client.model.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnalyticsTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final ScriptedService service = new ScriptedService();
    private final OrderflowClient client = service.client().build();

    @AfterEach
    void end() {
        client.close();
        service.close();
    }

    @Test
    void readsFigures() {
        service.thenAnswer(200, """
                {"items":[{"sku":"mug","name":"Mug","quantity":3,"revenue":[{"amount":"38.70","currency":"EUR"}]}]}""");

        assertThat(client.analytics().bestSellers(5).execute().items())
                .containsExactly(new BestSeller("mug", "Mug", 3, List.of(Money.of("38.70", "EUR"))));
        assertThat(service.asked().getFirst().target()).isEqualTo("/analytics/best-sellers?limit=5");
    }

    @Test
    void asksForMinutes() {
        service.thenAnswer(200, "{\"items\":[]}");

        client.analytics().minutes().execute();
        client.analytics().minutes(TEN, TEN.plusSeconds(60)).execute();

        assertThat(service.asked())
                .extracting(ScriptedService.Asked::target)
                .containsExactly(
                        "/analytics/minutes",
                        "/analytics/minutes?from=2026-01-05T10%3A00%3A00Z&to=2026-01-05T10%3A01%3A00Z");
    }

    @Test
    void readsThePatternOfACustomer() {
        service.thenAnswer(200, """
                {"customerId":"alice","placed":2,"delivered":1,"cancelled":0,"returned":0,"spent":[],"refunded":[],
                 "placedByWeekday":{"MONDAY":2},"firstOrderAt":"2026-01-05T10:00:00Z"}""");

        var pattern = client.analytics().customer("alice").execute();

        assertThat(pattern.placedByWeekday()).isEqualTo(Map.of(DayOfWeek.MONDAY, 2L));
        assertThat(pattern.firstOrderAt()).contains(TEN);
        assertThat(pattern.lastOrderAt()).isEmpty();
    }

    @Test
    void hasNothingThatHangsOnADatabase() {
        assertThatThrownBy(() -> client.admin(Service.ANALYTICS).channels())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ANALYTICS has no GET /admin/channels");
        assertThatThrownBy(() -> client.ticket(Service.ANALYTICS)).isInstanceOf(IllegalArgumentException.class);
        assertThat(service.asked()).isEmpty();
    }
}
