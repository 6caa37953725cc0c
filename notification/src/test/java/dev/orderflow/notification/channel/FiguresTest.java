package dev.orderflow.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @ParameterizedTest
    @CsvSource({
        "en, 25.80, EUR, €25.80",
        "en, 1234567.00, USD, '$1,234,567.00'",
        "en, 25800, KRW, '₩25,800'",
        "en, 1.250, BHD, 'BHD\u00a01.250'",
        "ko, 25800, KRW, '₩25,800'",
        "ko, 25.80, EUR, €25.80",
        "ko, 25.80, USD, US$25.80",
    })
    void writesMoneyAsTheLanguageDoes(String language, String amount, String currency, String written) {
        assertThat(figures(language).money(Money.of(amount, currency))).isEqualTo(written);
    }

    @Test
    void losesNoDigitOfALargeAmount() {
        assertThat(figures("en").money(Money.of("12345678901234567890.12", "EUR")))
                .isEqualTo("€12,345,678,901,234,567,890.12");
    }

    @Test
    void writesTheDayThatItIsWhereTheShopIs() {
        var evening = Instant.parse("2026-01-01T20:00:00Z");

        assertThat(figures("en").day(evening)).isEqualTo("January 2, 2026");
        assertThat(figures("ko").day(evening)).isEqualTo("2026년 1월 2일");
        assertThat(new Figures(Locale.ENGLISH, ZoneId.of("UTC")).day(evening)).isEqualTo("January 1, 2026");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(figures("en").money(null)).isNull();
        assertThat(figures("ko").day(null)).isNull();
    }

    private static Figures figures(String language) {
        return new Figures(Locale.forLanguageTag(language), SEOUL);
    }
}
