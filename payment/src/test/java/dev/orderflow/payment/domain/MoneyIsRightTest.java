package dev.orderflow.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.contracts.payment.PaymentCompleted;
import dev.orderflow.contracts.payment.PaymentDeclined;
import dev.orderflow.contracts.payment.PaymentRefunded;
import dev.orderflow.contracts.payment.PaymentVoided;
import dev.orderflow.contracts.payment.RefundFailed;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever happens in whatever order, the money ends where it belongs and every request has its one answer. */
class MoneyIsRightTest {

    private static final int RUNS = Integer.getInteger("orderflow.payment.runs", 50_000);

    @Test
    void inEveryOrderOfEvents() {
        for (long seed = 0; seed < RUNS; seed++) {
            check(seed, new ModelRun(seed, false).run());
        }
    }

    /** A refund may be made, told while it is still tried, and given up: then the comparison of the books mends it. */
    @Test
    void evenIfAnswersAreLost() {
        for (long seed = 0; seed < RUNS; seed++) {
            check(seed, new ModelRun(seed, true).run());
        }
    }

    private static void check(long seed, ModelRun run) {
        var story = "seed " + seed + "\n" + String.join("\n", run.story);
        boolean taken = run.provider.intent == ModelProvider.Intent.CAPTURED;
        boolean kept = taken && !run.provider.refunded;

        assertThat(count(run, PaymentCompleted.class, PaymentDeclined.class))
                .as(story)
                .isLessThanOrEqualTo(1);
        assertThat(count(run, PaymentVoided.class, PaymentRefunded.class, RefundFailed.class) - run.corrections)
                .as(story)
                .isEqualTo(run.requests);
        assertThat(taken && count(run, PaymentVoided.class, PaymentDeclined.class) > 0)
                .as(story)
                .isFalse();
        switch (run.payment.status()) {
            case CAPTURED ->
                assertThat(kept && count(run, PaymentCompleted.class) == 1)
                        .as(story)
                        .isTrue();
            case REFUNDED -> {
                assertThat(taken && !kept).as(story).isTrue();
                assertThat(lastTold(run)).as(story).isNotEqualTo(RefundFailed.class);
            }
            case REFUND_FAILED -> {
                assertThat(kept).as(story).isTrue();
                assertThat(lastTold(run)).as(story).isEqualTo(RefundFailed.class);
            }
            case VOIDED -> assertThat(taken).as(story).isFalse();
            case DECLINED -> {
                assertThat(taken).as(story).isFalse();
                assertThat(count(run, PaymentDeclined.class)).as(story).isEqualTo(1);
            }
            case NONE, CREATING, AUTHORISING, VOIDING, REFUNDING -> throw new AssertionError("not over: " + story);
        }
    }

    private static Class<?> lastTold(ModelRun run) {
        return run.events.isEmpty() ? Void.class : run.events.getLast().getClass();
    }

    private static int count(ModelRun run, Class<?>... types) {
        return (int) run.events.stream()
                .filter(event -> Set.of(types).contains(event.getClass()))
                .count();
    }
}
