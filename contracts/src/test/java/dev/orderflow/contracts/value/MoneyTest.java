package dev.orderflow.contracts.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({"129.90, EUR, 12990", "12990, KRW, 12990", "12.990, BHD, 12990", "-0.01, USD, -1", "0.00, EUR, 0"})
    void convertsMinorUnitsByTheCurrencysDecimals(String amount, String currency, long minorUnits) {
        assertThat(Money.of(amount, currency).toMinorUnits()).isEqualTo(minorUnits);
        assertThat(Money.ofMinorUnits(minorUnits, currency)).isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "129.9, EUR",
        "129.900, EUR",
        "130, EUR",
        "100.0, KRW",
        "1E+2, KRW",
        "1.25, BHD",
        "1, XAU",
        "1, EURO",
        "1, eur"
    })
    void refusesAnotherNumberOfDecimalsAndWhatIsNoCurrency(String amount, String currency) {
        assertThatThrownBy(() -> Money.of(amount, currency))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(currency);
    }

    @Test
    void refusesNothing() {
        assertThatThrownBy(() -> new Money(null, "EUR")).hasMessage("amount is required");
        assertThatThrownBy(() -> new Money(BigDecimal.ONE, null)).hasMessage("currency is required");
    }

    @Test
    void addsSubtractsAndMultipliesExactly() {
        Money price = Money.of("0.10", "EUR");
        assertThat(price.plus(Money.of("0.20", "EUR"))).isEqualTo(Money.of("0.30", "EUR"));
        assertThat(price.minus(Money.of("0.30", "EUR"))).isEqualTo(Money.of("-0.20", "EUR"));
        assertThat(price.times(3)).isEqualTo(Money.of("0.30", "EUR"));
        assertThat(price.minus(price)).isEqualTo(Money.zero("EUR")).matches(Money::isZero);
        assertThat(price.isZero()).isFalse();
    }

    @Test
    void bigQuantitiesStayExact() {
        Money line = Money.of("99999999999999.99", "EUR").times(Integer.MAX_VALUE);
        assertThat(line).isEqualTo(Money.of("214748364699999978525163.53", "EUR"));
    }

    @Test
    void whatExceedsALongOfMinorUnitsIsRefused() {
        Money tooMuch = Money.ofMinorUnits(Long.MAX_VALUE, "EUR").plus(Money.of("0.01", "EUR"));
        assertThatThrownBy(tooMuch::toMinorUnits).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        Money euro = Money.of("1.00", "EUR");
        Money dollar = Money.of("1.00", "USD");
        assertThatThrownBy(() -> euro.plus(dollar)).hasMessage("can't combine 1.00 EUR with 1.00 USD");
        assertThatThrownBy(() -> euro.minus(dollar)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> euro.compareTo(dollar)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesByAmount() {
        assertThat(Money.of("9.99", "EUR")).isLessThan(Money.of("10.00", "EUR"));
    }

    @ParameterizedTest
    @CsvSource({"129.90, EUR", "0.00, EUR", "0.000, BHD", "0.0001, CLF", "123456789012345678901234567890, KRW"})
    void isAPlainDecimalStringInJson(String amount, String currency) throws JsonProcessingException {
        Money money = Money.of(amount, currency);
        String text = json.writeValueAsString(money);
        assertThat(text).isEqualTo("{\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\"}");
        assertThat(json.readValue(text, Money.class)).isEqualTo(money);
    }
}
