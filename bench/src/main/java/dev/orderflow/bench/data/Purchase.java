package dev.orderflow.bench.data;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.orderflow.contracts.value.Money;
import dev.orderflow.contracts.value.OrderLine;
import dev.orderflow.contracts.value.SkuQuantity;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One order as all services know it: what was bought, by whom, and what has happened since.
 *
 * @param names what is drawn once and must be the same in every service
 */
record Purchase(UUID id, Customer customer, List<OrderLine> lines, Money subtotal, Names names, Past past) {

    private static final int MOST_LINES = 3;
    private static final int MOST_PIECES = 3;
    private static final double NEWEST = 0.01;

    private static final Money FEE = Money.of("4.90", "EUR");
    private static final Money FREE_FROM = Money.of("50.00", "EUR");

    /** Ids that others gave. */
    record Names(UUID payment, UUID shipment, UUID returned, String tracking, String trace) {}

    static Purchase of(DataPlan plan, int n) {
        var chance = plan.chance(n);
        var placedAt = plan.placedAt(n);
        var id = chance.idAt(placedAt);
        var customer = new Customer(chance.longTailed(plan.customers()));
        var recent = n >= plan.orders() * (1 - NEWEST);
        var lines = lines(chance);
        return new Purchase(
                id,
                customer,
                lines,
                lines.stream().map(OrderLine::lineTotal).reduce(Money.zero("EUR"), Money::plus),
                names(placedAt, chance),
                Past.of(Story.drawn(chance), placedAt, plan.until(), recent, chance));
    }

    private static Names names(Instant placedAt, Chance chance) {
        return new Names(
                chance.idAt(placedAt.plusMillis(40)),
                chance.idAt(placedAt.plusMillis(400)),
                chance.idAt(placedAt.plusMillis(500)),
                "BENCH" + chance.hex(14),
                "00-" + chance.hex(32) + "-" + chance.hex(16) + "-01");
    }

    private static List<OrderLine> lines(Chance chance) {
        return IntStream.range(0, 1 + chance.below(MOST_LINES))
                .map(_ -> Goods.drawn(chance))
                .distinct()
                .mapToObj(Goods::product)
                .map(product -> line(product, 1 + chance.below(MOST_PIECES)))
                .toList();
    }

    private static OrderLine line(Goods.Product product, int pieces) {
        return new OrderLine(
                product.sku(),
                product.name(),
                pieces,
                product.price(),
                product.price().times(pieces));
    }

    Instant placedAt() {
        return past.steps().getFirst().at();
    }

    Money shippingFee() {
        return subtotal.compareTo(FREE_FROM) < 0 ? FEE : Money.zero("EUR");
    }

    Money total() {
        return subtotal.plus(shippingFee());
    }

    /** One entry per sku, in sku order. */
    List<SkuQuantity> quantities() {
        return lines.stream()
                .collect(collectingAndThen(
                        groupingBy(OrderLine::sku, TreeMap::new, summingInt(OrderLine::quantity)),
                        sums -> sums.entrySet().stream()
                                .map(sum -> new SkuQuantity(sum.getKey(), sum.getValue()))
                                .toList()));
    }

    boolean has(Step step) {
        return past.has(step);
    }

    Instant at(Step step) {
        return past.at(step).orElse(null);
    }

    /** Why it is or was to be cancelled, in order's words; null if it is not. */
    String cancelReason() {
        if (has(Step.CANCELLED_AT_ONCE)) {
            return "out-of-stock";
        }
        if (has(Step.PAYMENT_DECLINED)) {
            return "payment-declined";
        }
        if (has(Step.SHIPMENT_REJECTED)) {
            return "undeliverable";
        }
        return has(Step.RECALL_REQUESTED) ? "customer-request" : null;
    }

    String cancelledBy() {
        return has(Step.RECALL_REQUESTED) ? "CUSTOMER" : "SYSTEM";
    }
}
