package dev.orderflow.order.domain.pricing;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import java.util.List;

/** What an order costs, or why it can't be priced. */
public sealed interface Quote {

    /** @param lines as ordered, one for one */
    record Priced(List<OrderLine> lines, Money subtotal, Money shippingFee, Money total) implements Quote {

        public Priced {
            lines = List.copyOf(lines);
        }
    }

    /** Nothing is sold under these skus. */
    record UnknownProduct(List<String> skus) implements Quote {}

    /** These products are not sold at present. */
    record ProductInactive(List<String> skus) implements Quote {}

    /** One order is paid in one currency. */
    record MixedCurrencies(List<String> currencies) implements Quote {}

    /** It costs something else than the client told its customer. */
    record PriceChanged(Money expected, Money actual) implements Quote {}
}
