package dev.orderflow.contracts;

import dev.orderflow.contracts.value.Address;
import dev.orderflow.contracts.value.Contact;
import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One order by one customer, the same in every golden file. */
final class SampleValues {

    static final UUID ORDER = UUID.fromString("0198f3a2-7c41-7d2e-9a10-5b8e6f0c1d23");
    static final String CUSTOMER = "c-20481";
    static final UUID PAYMENT = UUID.fromString("0198f3a2-8b07-7f55-8c3d-2e4a9b7c6d10");
    static final UUID SHIPMENT = UUID.fromString("0198f3a2-9d15-7a68-b1f2-0c7d8e9fa0b4");
    static final UUID NOTIFICATION = UUID.fromString("0198f3a2-a3c9-7b70-93e4-6d1f2a3b4c5d");
    static final String HOLD = "c-20481:7f0f3c1e-checkout";
    static final String CARRIER = "PostNord";
    static final String TRACKING = "JVSE40073512345678901";
    static final Instant DISPATCHED = Instant.parse("2026-03-02T16:40:00Z");
    static final Instant DELIVERED = Instant.parse("2026-03-04T11:02:17Z");
    static final Money TOTAL = eur("129.80");
    static final Address ADDRESS =
            new Address("Marta Lindqvist", "Kungsgatan 12", "4 tr", "Göteborg", "Västra Götaland", "411 19", "SE");
    static final Contact CONTACT = new Contact("marta.lindqvist@example.com", "+46317001234", "sv-SE");
    static final List<OrderLine> LINES = List.of(
            new OrderLine("LAMP-BRASS-01", "Brass desk lamp", 2, eur("49.95"), eur("99.90")),
            new OrderLine("BULB-E27-WARM", "LED bulb E27, warm white", 4, eur("6.25"), eur("25.00")));
    static final List<SkuQuantity> SKUS =
            List.of(new SkuQuantity("LAMP-BRASS-01", 2), new SkuQuantity("BULB-E27-WARM", 4));

    private SampleValues() {}

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
