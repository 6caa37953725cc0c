package dev.orderflow.messaging.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private enum State {
        OPEN
    }

    @Test
    void numbersWhatIsGivenAndLeavesOutTheRest() {
        var conditions = new Conditions()
                .where("actor =", "alice")
                .where("action =", null)
                .where("at >=", Instant.EPOCH);

        var limit = conditions.parameter(50);

        assertThat(conditions.all()).isEqualTo("actor = $1 AND at >= $2");
        assertThat(limit).isEqualTo("$3");
        assertThat(conditions.values().getValue(0)).isEqualTo("alice");
        assertThat(conditions.values().getValue(1)).isEqualTo(OffsetDateTime.parse("1970-01-01T00:00:00Z"));
        assertThat(conditions.values().getValue(2)).isEqualTo(50);
    }

    @Test
    void saysTheNameItselfWhereAPartialIndexDependsOnIt() {
        var conditions = new Conditions().whereNamed("state", State.OPEN).whereNamed("other", null);

        assertThat(conditions.all()).isEqualTo("state = 'OPEN'");
        assertThat(conditions.values().size()).isZero();
    }

    @Test
    void holdsForEverythingWhereNothingIsAskedFor() {
        assertThat(new Conditions().where("actor =", null).all()).isEqualTo("true");
    }
}
