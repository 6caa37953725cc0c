package dev.orderflow.devservices.drill.check;

import static dev.orderflow.devservices.drill.check.Seen.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.devservices.system.Service;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JournalsMatchTopicsTest {

    private static final String TOPIC = "order-events";
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    private final Invariant invariant = new JournalsMatchTopics();

    private static Seen journal(UUID... events) {
        Seen seen = new Seen();
        for (UUID event : events) {
            seen.recorded(Service.ORDER, TOPIC, "a", "type", 1, event);
        }
        return seen.recorded(Service.ORDER, null, "a", "internal", 1, UUID.randomUUID());
    }

    private static Seen topic(Seen seen, UUID... events) {
        for (UUID event : events) {
            seen.published(TOPIC, "a", event, NOON);
        }
        return seen;
    }

    @Test
    void isContentWithTheSameEventsInTheSameOrder() {
        assertThat(invariant.violations(
                        topic(journal(FIRST, SECOND), FIRST, SECOND).now()))
                .isEmpty();
    }

    @Test
    void isContentWithWhatComesAgain() {
        assertThat(invariant.violations(topic(journal(FIRST, SECOND, THIRD), FIRST, SECOND, FIRST, SECOND, THIRD, FIRST)
                        .now()))
                .isEmpty();
    }

    @Test
    void doesNotCareAboutTheOrderOfDifferentKeys() {
        Seen seen = journal(FIRST)
                .recorded(Service.ORDER, TOPIC, "b", "type", 1, SECOND)
                .published(TOPIC, "b", SECOND, NOON)
                .published(TOPIC, "a", FIRST, NOON);

        assertThat(invariant.violations(seen.now())).isEmpty();
    }

    @Test
    void findsAnEventThatWasNotPublished() {
        assertThat(invariant.violations(topic(journal(FIRST, SECOND), FIRST).now()))
                .containsExactly(new Violation(
                        invariant.words(), TOPIC + " a", "2 events, number 2 " + SECOND, "1 events, number 2 missing"));
    }

    @Test
    void findsAnEventThatOvertook() {
        assertThat(invariant.violations(
                        topic(journal(FIRST, SECOND), SECOND, FIRST, SECOND).now()))
                .hasSize(1);
    }

    @Test
    void findsAnEventThatWasNeverCommitted() {
        assertThat(invariant.violations(topic(new Seen(), FIRST).now())).hasSize(1);
        assertThat(invariant.violations(topic(journal(FIRST), FIRST, SECOND).now()))
                .hasSize(1);
    }
}
