package dev.orderflow.loyalty.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.contracts.value.Money;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningRulesTest {

    private static final Map<String, BigDecimal> RATES = Map.of(
            "EUR", new BigDecimal("1"),
            "USD", new BigDecimal("1.5"),
            "KRW", new BigDecimal("0.001"),
            "BHD", new BigDecimal("2.25"),
            "GBP", BigDecimal.ZERO);

    @ParameterizedTest
    @CsvSource({
        "25.80, EUR, 25",
        "25.99, EUR, 25",
        "26.00, EUR, 26",
        "0.99, EUR, 0",
        "0.00, EUR, 0",
        // 1.5 each: 14.985 and 15.0
        "9.99, USD, 14",
        "10.00, USD, 15",
        "999, KRW, 0",
        "1000, KRW, 1",
        "25999, KRW, 25",
        // 2.25 each: 2.99925
        "1.333, BHD, 2",
        "100.00, GBP, 0",
        "100.00, CHF, 0"
    })
    void earnsWholePointsAndRoundsDown(String amount, String currency, long points) {
        assertThat(new EarningRules(RATES, 1).pointsFor(Money.of(amount, currency)))
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0, 1.00, 1", "1, 1.00, 1", "10, 9.99, 0", "10, 10.00, 10", "10, 25.80, 25"})
    void fewerThanTheLeastAreNone(long minimum, String amount, long points) {
        assertThat(new EarningRules(RATES, minimum).pointsFor(Money.of(amount, "EUR")))
                .isEqualTo(points);
    }

    @Test
    void refusesRulesByWhichPointsWouldBeOwed() {
        var negative = Map.of("EUR", new BigDecimal("-0.1"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EarningRules(negative, 1))
                .withMessageContaining("EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> new EarningRules(RATES, -1));
    }

    @Test
    void refusesWhatIsTooMuchToCount() {
        var rules = new EarningRules(RATES, 1);

        assertThatThrownBy(() -> rules.pointsFor(Money.of("9223372036854775808.00", "EUR")))
                .isInstanceOf(ArithmeticException.class);
    }
}
