package dev.orderflow.analytics.domain;

import static dev.orderflow.analytics.testing.AnOrder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.value.Money;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerPatternTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Money PRICE = Money.of("24.90", "EUR");
    private static final Money OTHER = Money.of("1200", "JPY");

    private CustomerPattern pattern = CustomerPattern.NONE;

    @Test
    void addsUpWhatACustomerDoes() {
        take(Milestone.PLACED, NOON, null);
        take(Milestone.DELIVERED, NOON, PRICE);
        take(Milestone.PLACED, NOON.plus(DAY), null);
        take(Milestone.DELIVERED, NOON.plus(DAY), OTHER);
        take(Milestone.RETURNED, NOON.plus(DAY), OTHER);
        take(Milestone.PLACED, NOON.minus(DAY), null);
        take(Milestone.CANCELLED, NOON.minus(DAY), null);

        assertThat(pattern.count(Milestone.PLACED)).isEqualTo(3);
        assertThat(pattern.count(Milestone.CANCELLED)).isOne();
        assertThat(pattern.count(Milestone.RETURNED)).isOne();
        assertThat(pattern.spent()).containsExactly(PRICE, OTHER);
        assertThat(pattern.refunded()).containsExactly(OTHER);
        assertThat(pattern.days()).containsEntry(DayOfWeek.MONDAY, 1L).containsEntry(DayOfWeek.SUNDAY, 1L);
        assertThat(pattern.firstOrderAt()).isEqualTo(NOON.minus(DAY));
        assertThat(pattern.lastOrderAt()).isEqualTo(NOON.plus(DAY));
    }

    /** Nothing is known to have been paid back by a return that was settled by hand. */
    @Test
    void aReturnMayBringNothingBack() {
        take(Milestone.RETURNED, NOON, null);
        assertThat(pattern.refunded()).isEmpty();
    }

    @Test
    void whoIsErasedIsForgottenAndStaysSo() {
        take(Milestone.PLACED, NOON, null);
        erase(NOON.plus(DAY));
        var forgotten = pattern;

        take(Milestone.DELIVERED, NOON, PRICE);

        assertThat(pattern).isSameAs(forgotten);
        assertThat(pattern.counts()).isEmpty();
        assertThat(pattern.days()).isEmpty();
        assertThat(pattern.firstOrderAt()).isNull();
    }

    @Test
    void whoOrdersAgainBeginsAnew() {
        erase(NOON);
        take(Milestone.PLACED, NOON.plus(DAY), null);
        assertThat(pattern.count(Milestone.PLACED)).isOne();

        erase(NOON);
        assertThat(pattern.count(Milestone.PLACED)).as("the same erasure again").isOne();
    }

    /** The new order may be read before the erasure that came before it. */
    @Test
    void anErasureSparesWhatWasOrderedAfterIt() {
        take(Milestone.PLACED, NOON.plus(DAY), null);
        erase(NOON);
        assertThat(pattern.count(Milestone.PLACED)).isOne();

        take(Milestone.DELIVERED, NOON.minus(DAY), PRICE);
        assertThat(pattern.spent()).isEmpty();
    }

    private void take(Milestone reached, Instant orderedAt, Money money) {
        pattern = pattern.with(new CustomerEntry(reached, orderedAt, orderedAt, money));
    }

    private void erase(Instant at) {
        pattern = pattern.with(CustomerEntry.erasure(at));
    }
}
