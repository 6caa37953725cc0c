package dev.orderflow.devservices.drill.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each order is worth 20 points. */
class PointsAreEarnedOnceTest {

    private final Invariant invariant = new PointsAreEarnedOnce();

    @Test
    void isContentWithWhatOrdersEarnedAndLost() {
        Seen seen = new Seen()
                .order("a", "DELIVERED")
                .moved("a", 20)
                .order("b", "DELIVERED")
                .moved("b", 20)
                .order("c", "RETURNED")
                .moved("c", 20)
                .moved("c", -20)
                .order("d", "CANCELLED")
                .balance("ada", 40);

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "DELIVERED, -, -",
                "DELIVERED, 19, -",
                "DELIVERED, 20, 20",
                "DELIVERED, 20, -20",
                "RETURNED, 20, -",
                "RETURNED, 20, -19",
                "RETURNED, -20, 20",
                "CANCELLED, 20, -"
            })
    void findsPointsThatAnOrderHasNotEarnedOrLostOnce(String status, Long first, Long second) {
        Seen seen = new Seen().order("a", status);
        long sum = 0;
        for (Long points : new Long[] {first, second}) {
            if (points != null) {
                seen.moved("a", points);
                sum += points;
            }
        }

        assertThat(invariant.violations(seen.balance("ada", sum).now()))
                .extracting(Violation::subject)
                .contains("a");
    }

    @Test
    void findsABalanceThatIsNotTheSum() {
        Seen seen = new Seen().order("a", "DELIVERED").moved("a", 20);

        assertThat(invariant.violations(seen.now()))
                .containsExactly(new Violation(invariant.words(), "points of ada", "20", "0"));
        assertThat(invariant.violations(seen.balance("ada", 40).now()))
                .containsExactly(new Violation(invariant.words(), "points of ada", "20", "40"));
    }

    @Test
    void findsPointsOfNobody() {
        assertThat(invariant.violations(
                        new Seen().moved("x", 20).balance("eve", 20).now()))
                .extracting(Violation::subject)
                .containsExactly("x", "points of eve");
    }

    @Test
    void leavesNothingToWhoWasErased() {
        Seen seen = new Seen().bought(Seen.erased("a", 202)).order("a", "DELIVERED");

        assertThat(invariant.violations(seen.now())).isEmpty();
        assertThat(invariant.violations(seen.moved("a", 20).balance("ada", 20).now()))
                .extracting(Violation::subject)
                .containsExactly("a", "points of ada");
    }
}
