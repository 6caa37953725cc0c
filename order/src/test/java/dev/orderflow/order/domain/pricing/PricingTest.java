package dev.orderflow.order.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.order.domain.pricing.ShippingFees.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

    private static final ShippingFees FEES = new ShippingFees(Map.of("EUR", new Rule(eur("4.90"), eur("50.00"))));

    private static final Map<String, Product> CATALOGUE = Stream.of(
                    new Product("LAMP", "Brass desk lamp", eur("49.95"), true),
                    new Product("BULB", "LED bulb", eur("0.01"), true),
                    new Product("VASE", "Vase", eur("20.00"), false),
                    new Product("TEA", "Sencha", Money.of("1980", "JPY"), true))
            .collect(Collectors.toMap(Product::sku, Function.identity()));

    @Test
    void pricesFromTheCatalogue() {
        assertThat(quote(new Item("LAMP", 2), new Item("BULB", 3)))
                .isEqualTo(new Quote.Priced(
                        List.of(
                                new OrderLine("LAMP", "Brass desk lamp", 2, eur("49.95"), eur("99.90")),
                                new OrderLine("BULB", "LED bulb", 3, eur("0.01"), eur("0.03"))),
                        eur("99.93"),
                        eur("0.00"),
                        eur("99.93")));
    }

    @ParameterizedTest
    @CsvSource({"4, 4.90", "5, 0.00", "6, 0.00"})
    void shipsForNothingFromTheThresholdOn(int bulbs, String fee) {
        assertThat(quote(new Item("LAMP", 1), new Item("BULB", bulbs)))
                .isInstanceOfSatisfying(Quote.Priced.class, priced -> {
                    assertThat(priced.shippingFee()).isEqualTo(eur(fee));
                    assertThat(priced.total()).isEqualTo(priced.subtotal().plus(priced.shippingFee()));
                });
    }

    @Test
    void chargesNoShippingInACurrencyWithoutARule() {
        assertThat(quote(new Item("TEA", 1)))
                .isInstanceOfSatisfying(
                        Quote.Priced.class, priced -> assertThat(priced.total()).isEqualTo(Money.of("1980", "JPY")));
    }

    @Test
    void alwaysChargesShippingWithoutAThreshold() {
        var fees = new ShippingFees(Map.of("EUR", new Rule(eur("4.90"), null)));

        assertThat(Pricing.quote(List.of(new Item("LAMP", 100)), CATALOGUE, fees, null))
                .isInstanceOfSatisfying(
                        Quote.Priced.class,
                        priced -> assertThat(priced.shippingFee()).isEqualTo(eur("4.90")));
    }

    @Test
    void keepsLinesOfOneSkuApart() {
        assertThat(quote(new Item("LAMP", 1), new Item("LAMP", 1)))
                .isInstanceOfSatisfying(
                        Quote.Priced.class, priced -> assertThat(priced.lines()).hasSize(2));
    }

    @Test
    void namesEveryUnknownProductOnce() {
        assertThat(quote(new Item("NO", 1), new Item("VASE", 1), new Item("ABSENT", 1), new Item("NO", 2)))
                .isEqualTo(new Quote.UnknownProduct(List.of("ABSENT", "NO")));
    }

    @Test
    void sellsNothingThatIsInactive() {
        assertThat(quote(new Item("VASE", 1), new Item("TEA", 1)))
                .isEqualTo(new Quote.ProductInactive(List.of("VASE")));
    }

    @Test
    void paysAnOrderInOneCurrency() {
        assertThat(quote(new Item("TEA", 1), new Item("LAMP", 1)))
                .isEqualTo(new Quote.MixedCurrencies(List.of("EUR", "JPY")));
    }

    @ParameterizedTest
    @CsvSource({"49.95, EUR", "5485, JPY", "54.86, EUR"})
    void tellsWhenThePriceIsNotWhatTheCustomerWasTold(String amount, String currency) {
        var expected = Money.of(amount, currency);

        assertThat(Pricing.quote(List.of(new Item("LAMP", 1)), CATALOGUE, FEES, expected))
                .isEqualTo(new Quote.PriceChanged(expected, eur("54.85")));
    }

    @Test
    void acceptsThePriceThatTheCustomerWasTold() {
        assertThat(Pricing.quote(List.of(new Item("LAMP", 1)), CATALOGUE, FEES, eur("54.85")))
                .isInstanceOf(Quote.Priced.class);
    }

    private static Quote quote(Item... items) {
        return Pricing.quote(List.of(items), CATALOGUE, FEES, null);
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
