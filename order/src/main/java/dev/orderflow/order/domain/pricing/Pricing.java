package dev.orderflow.order.domain.pricing;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Prices an order from the catalogue alone: what a client thinks a thing costs is compared, never used. */
public final class Pricing {

    private Pricing() {}

    /**
     * @param items at least one
     * @param products by sku; a sku that is missing is unknown
     * @param expectedTotal what the client told its customer; null if it does not care
     */
    public static Quote quote(List<Item> items, Map<String, Product> products, ShippingFees fees, Money expectedTotal) {
        var unknown = skus(items, sku -> !products.containsKey(sku));
        if (!unknown.isEmpty()) {
            return new Quote.UnknownProduct(unknown);
        }
        var inactive = skus(items, sku -> !products.get(sku).active());
        if (!inactive.isEmpty()) {
            return new Quote.ProductInactive(inactive);
        }
        var currencies = currencies(items, products);
        return currencies.size() > 1
                ? new Quote.MixedCurrencies(currencies)
                : priced(items, products, fees, expectedTotal);
    }

    private static Quote priced(
            List<Item> items, Map<String, Product> products, ShippingFees fees, Money expectedTotal) {
        var lines = items.stream()
                .map(item -> line(products.get(item.sku()), item.quantity()))
                .toList();
        var subtotal =
                lines.stream().map(OrderLine::lineTotal).reduce(Money::plus).orElseThrow();
        var fee = fees.of(subtotal);
        var total = subtotal.plus(fee);
        return expectedTotal == null || expectedTotal.equals(total)
                ? new Quote.Priced(lines, subtotal, fee, total)
                : new Quote.PriceChanged(expectedTotal, total);
    }

    private static OrderLine line(Product product, int quantity) {
        var price = product.price();
        return new OrderLine(product.sku(), product.name(), quantity, price, price.times(quantity));
    }

    private static List<String> skus(List<Item> items, Predicate<String> wrong) {
        return sorted(items.stream().map(Item::sku).filter(wrong));
    }

    private static List<String> currencies(List<Item> items, Map<String, Product> products) {
        return sorted(
                items.stream().map(item -> products.get(item.sku()).price().currency()));
    }

    private static List<String> sorted(Stream<String> values) {
        return values.distinct().sorted().toList();
    }
}
