package dev.orderflow.order.domain.saga;

import static dev.orderflow.order.domain.saga.Samples.PAID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.testing.Allocations;
import dev.orderflow.order.domain.Verdict;
import org.junit.jupiter.api.Test;

/** What the saga itself costs in memory. */
class SagaAllocationsTest {

    /** 920 were measured on JDK 25, with its compilers and without. */
    private static final long MOST_TO_DECIDE = 1_100;

    /** 1,232 were measured in the same way. */
    private static final long MOST_TO_FOLD = 1_480;

    @Test
    void decidesOnAnAnswer() {
        var reserved = Situation.RESERVED.reached();

        assertThat(reserved.decide(PAID)).isInstanceOf(Verdict.Applied.class);
        assertThat(Allocations.of(() -> reserved.decide(PAID)))
                .as("bytes that a decision allocates")
                .isLessThanOrEqualTo(MOST_TO_DECIDE);
    }

    @Test
    void foldsAJournal() {
        var delivered = Situation.DELIVERED.reached();

        assertThat(delivered.journal()).hasSize(6);
        assertThat(Allocations.of(delivered::folded))
                .as("bytes that folding the six events of a delivered order allocates")
                .isLessThanOrEqualTo(MOST_TO_FOLD);
    }
}
