package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhoLeavesIsForgottenTest {

    private final Invariant invariant = new WhoLeavesIsForgotten();

    @Test
    void isContentWhereNothingIsFound() {
        assertThat(invariant.violations(new Seen().bought(Seen.erased("a", 202)).now()))
                .isEmpty();
    }

    @Test
    void findsWhatIsLeft() {
        assertThat(invariant.violations(new Seen()
                        .bought(Seen.erased("a", 202))
                        .trace("table correspondence of notification", "1 rows")
                        .now()))
                .containsExactly(
                        new Violation(invariant.words(), "table correspondence of notification", "nothing", "1 rows"));
    }

    @Test
    void findsACustomerWhoCouldNotBeErased() {
        assertThat(invariant.violations(new Seen().bought(Seen.erased("a", 409)).now()))
                .extracting(Violation::subject)
                .containsExactly("drill-leaver-1");
    }
}
