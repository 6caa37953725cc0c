package dev.orderflow.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.bench.data.Past.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseTest {

    private static final Instant UNTIL = Instant.parse("2026-07-01T12:00:00Z");
    private static final DataPlan PLAN = new DataPlan(20_000, 7, UNTIL, Duration.ofDays(365));

    private static final List<Purchase> PURCHASES = IntStream.range(0, PLAN.orders())
            .mapToObj(n -> Purchase.of(PLAN, n))
            .toList();

    @Test
    void isTheSameWheneverItIsAskedFor() {
        assertThat(Purchase.of(PLAN, 4_711)).isEqualTo(PURCHASES.get(4_711));
        assertThat(Purchase.of(new DataPlan(20_000, 8, UNTIL, Duration.ofDays(365)), 4_711))
                .isNotEqualTo(PURCHASES.get(4_711));
    }

    @Test
    void happensInOrderAndNeverAfterTheEnd() {
        assertThat(PURCHASES).allSatisfy(purchase -> {
            var times = purchase.past().steps().stream().map(Happened::at).toList();
            assertThat(times)
                    .isSorted()
                    .last()
                    .satisfies(last -> assertThat(last).isBeforeOrEqualTo(UNTIL));
        });
    }

    @Test
    void hasEveryStatusAmongTheNewestAndIsFinishedOtherwise() {
        var statuses = PURCHASES.stream().collect(Collectors.groupingBy(PurchaseTest::status, Collectors.counting()));
        assertThat(statuses.keySet())
                .contains("PENDING", "RESERVED", "CONFIRMED", "SHIPPED", "DELIVERED", "CANCELLED", "RETURNED");
        assertThat(statuses.get("DELIVERED")).isBetween(16_000L, 17_500L);
        assertThat(PURCHASES.subList(0, 19_000))
                .noneMatch(purchase -> Standing.of(purchase).isWaiting()
                        && purchase.placedAt().isBefore(UNTIL.minus(Duration.ofDays(30))));
    }

    @Test
    void comesOftenFromAFewCustomers() {
        Map<Integer, Long> orders = PURCHASES.stream()
                .collect(Collectors.groupingBy(each -> each.customer().number(), Collectors.counting()));
        assertThat(orders.get(0)).isGreaterThan(1_000);
        assertThat(orders.values().stream().filter(count -> count <= 5).count()).isGreaterThan(orders.size() / 2);
    }

    @Test
    void carriesTheMomentOfItsPlacingInItsId() {
        var purchase = PURCHASES.get(100);
        assertThat(purchase.id().version()).isEqualTo(7);
        assertThat(purchase.id().variant()).isEqualTo(2);
        assertThat(purchase.id().getMostSignificantBits() >>> 16)
                .isEqualTo(purchase.placedAt().toEpochMilli());
    }

    @Test
    void addsUp() {
        assertThat(PURCHASES).allSatisfy(purchase -> {
            assertThat(purchase.total()).isEqualTo(purchase.subtotal().plus(purchase.shippingFee()));
            assertThat(purchase.lines())
                    .allSatisfy(line -> assertThat(line.lineTotal())
                            .isEqualTo(line.unitPrice().times(line.quantity())));
        });
    }

    @Test
    void idsAreUnique() {
        assertThat(PURCHASES.stream().collect(Collectors.toMap(Purchase::id, Function.identity())))
                .hasSize(PLAN.orders());
    }

    private static String status(Purchase purchase) {
        return Standing.of(purchase).status();
    }
}
