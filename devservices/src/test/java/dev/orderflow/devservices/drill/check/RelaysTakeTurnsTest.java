package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

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

    /** Its records may even arrive behind those of its successor. */
    @Test
    void forgivesARelayThatWasKeptPastItsLease() {
        Instant later = NOON.plusSeconds(3);
        Seen succeeded = new Seen().published(TOPIC, "a", EVENT, NOON).published(TOPIC, "a", EVENT, later);
        Seen overtaken = new Seen().published(TOPIC, "a", EVENT, later).published(TOPIC, "a", EVENT, NOON);

        assertThat(invariant.violations(succeeded.now())).isEmpty();
        assertThat(invariant.violations(overtaken.now())).isEmpty();
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
