package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Service;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelaysTakeTurnsTest {

    private static final String TOPIC = "payment-events";
    private static final UUID EVENT = new UUID(0, 1);
    private static final Instant AGAIN = NOON.plusSeconds(2);

    private final Invariant invariant = new RelaysTakeTurns();

    private static Seen publishedTwice() {
        return new Seen().published(TOPIC, "a", EVENT, NOON).published(TOPIC, "a", EVENT, AGAIN);
    }

    @Test
    void forgivesARelayThatWasKilled() {
        Seen seen = publishedTwice().killed("payment-2", AGAIN.minusSeconds(12), AGAIN.minusSeconds(5));

        assertThat(invariant.violations(seen.now())).isEmpty();
        assertThat(RelaysTakeTurns.count(seen.now())).isEqualTo(1);
    }

    @Test
    void forgivesABrokerOrADatabaseThatWasKilled() {
        for (String storage : new String[] {"kafka", "postgres"}) {
            Seen seen = publishedTwice().killed(storage, AGAIN.minusSeconds(12), AGAIN.minusSeconds(5));

            assertThat(invariant.violations(seen.now())).isEmpty();
        }
    }

    /** Which of them published first can't be told: the one that was kept may send at the same time. */
    @Test
    void forgivesARelayThatWasKeptPastItsLease() {
        for (int second : new int[] {-10, 0, 10}) {
            Seen seen = publishedTwice().takenOver(Service.PAYMENT, 2, AGAIN.plusSeconds(second));

            assertThat(invariant.violations(seen.now())).isEmpty();
        }
    }

    @Test
    void findsWhatIsPublishedTwiceWhenNobodyTookOver() {
        assertThat(invariant.violations(publishedTwice()
                        .takenOver(Service.PAYMENT, 2, AGAIN.plusSeconds(11))
                        .takenOver(Service.ORDER, 2, AGAIN)
                        .now()))
                .hasSize(1);
    }

    @Test
    void findsRelaysThatTakeOverFromEachOtherAllTheTime() {
        Seen seen = new Seen();
        for (int epoch = 1; epoch <= 5; epoch++) {
            seen.takenOver(Service.PAYMENT, epoch, NOON.plusSeconds(60L * epoch));
        }
        assertThat(invariant.violations(seen.now())).isEmpty();

        seen.takenOver(Service.PAYMENT, 6, NOON.plusSeconds(400));
        assertThat(invariant.violations(seen.now())).hasSize(1);

        seen.killed("payment-2", NOON.plusSeconds(395), NOON.plusSeconds(397));
        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    /** The drill gives a killed relay fifteen seconds: two that publish at once all that time are found by what is new. */
    @Test
    void findsTwoThatGoOnSideBySideAfterAFault() {
        Instant end = AGAIN.minusSeconds(10);
        Seen before = publishedTwice().killed("payment-2", end.minusSeconds(3), end);

        assertThat(invariant.violations(before.recordedAt(end.plusSeconds(4), Service.PAYMENT, EVENT)
                        .now()))
                .isEmpty();
        Seen after = publishedTwice().killed("payment-2", end.minusSeconds(3), end);
        assertThat(invariant.violations(after.recordedAt(end.plusSeconds(6), Service.PAYMENT, EVENT)
                        .now()))
                .hasSize(1);
    }

    @Test
    void findsOneThatGoesOnAfterAnotherHasTakenOver() {
        Instant takeover = AGAIN.minusSeconds(4);

        assertThat(invariant.violations(publishedTwice()
                        .takenOver(Service.PAYMENT, 2, takeover)
                        .recordedAt(takeover.plusSeconds(1), Service.PAYMENT, EVENT)
                        .now()))
                .isEmpty();
        assertThat(invariant.violations(publishedTwice()
                        .takenOver(Service.PAYMENT, 2, takeover)
                        .recordedAt(takeover.plusSeconds(3), Service.PAYMENT, EVENT)
                        .now()))
                .hasSize(1);
    }

    @Test
    void doesNotCountWhatTheDrillRepeated() {
        Seen seen = publishedTwice().byTheDrill(TOPIC);

        assertThat(invariant.violations(seen.now())).isEmpty();
        assertThat(RelaysTakeTurns.count(seen.now())).isZero();
    }

    @Test
    void findsWhatIsPublishedTwiceInQuietTimes() {
        assertThat(invariant.violations(publishedTwice().now())).hasSize(1);
        assertThat(invariant.violations(publishedTwice()
                        .killed("payment", NOON.plusSeconds(20), NOON.plusSeconds(30))
                        .now()))
                .hasSize(1);
    }

    @Test
    void findsWhatIsPublishedTwiceWhenSomebodyElseIsKilled() {
        assertThat(invariant.violations(
                        publishedTwice().killed("order", AGAIN, AGAIN).now()))
                .hasSize(1);
    }
}
