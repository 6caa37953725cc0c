package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicasShareTheWorkTest {

    private final Invariant invariant = new ReplicasShareTheWork();

    @Test
    void isContentWhenTwoReplicasShareATopic() {
        Seen seen = new Seen()
                .reader("order", "1", "payment-events", 0, 2)
                .reader("order", "2", "payment-events", 1, 3)
                .reader("order", "3", "shipping-events", 0)
                .reader("order", "4", "shipping-events", 1);

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @Test
    void findsAReplicaThatReadsNothing() {
        assertThat(invariant.violations(new Seen()
                        .reader("order", "1", "payment-events", 0, 1, 2, 3)
                        .now()))
                .containsExactly(new Violation(invariant.words(), "order of payment-events", "2 readers", "1"));
    }

    @Test
    void findsAPartitionThatNobodyReads() {
        Seen seen = new Seen().reader("order", "1", "payment-events", 0).reader("order", "2", "payment-events", 2);

        assertThat(invariant.violations(seen.now()))
                .containsExactly(
                        new Violation(invariant.words(), "order of payment-events", "each partition once", "[0, 2]"));
    }

    @Test
    void findsAPartitionThatTwoRead() {
        Seen seen = new Seen().reader("order", "1", "payment-events", 0, 1).reader("order", "2", "payment-events", 1);

        assertThat(invariant.violations(seen.now())).hasSize(1);
    }
}
