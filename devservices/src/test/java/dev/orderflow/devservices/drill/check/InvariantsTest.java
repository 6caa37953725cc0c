package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.check.Observations.Letter;
import dev.orderflow.devservices.system.Service;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    @Test
    void nothingSeenIsNothingWrong() {
        assertThat(Invariants.violations(new Seen().now())).isEmpty();
        assertThat(Invariants.words()).hasSizeGreaterThanOrEqualTo(10).doesNotHaveDuplicates();
    }

    @Test
    void findsADeadLetter() {
        Letter letter = new Letter(Service.PAYMENT, "7", "a", "orderflow.order.placed", "OPEN", "a timeout");

        assertThat(Invariants.violations(new Seen().letter(letter).now()))
                .extracting(Violation::subject, Violation::seen)
                .containsExactly(tuple("payment 7", "OPEN orderflow.order.placed of a: a timeout"));
    }

    @Test
    void findsALongCutThatKeptNobodyPastItsDeadline() {
        Seen seen = new Seen().cutOff(DrillPlan.LONGEST_CUT, NOON);

        assertThat(Invariants.violations(seen.now()))
                .extracting(Violation::subject)
                .containsExactly("orders that waited for their payment past their deadline");
    }

    @Test
    void findsAFaultThatCouldNotBeDone() {
        Seen seen = new Seen().killed("redis", NOON, NOON).fault("order", NOON, NOON, "order is not ready after 180 s");

        assertThat(Invariants.violations(seen.now()))
                .extracting(Violation::seen)
                .containsExactly("order is not ready after 180 s");
    }
}
