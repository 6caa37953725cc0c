package dev.orderflow.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderflow.messaging.testing.Echoed;
import dev.orderflow.messaging.testing.Noted;
import dev.orderflow.messaging.testing.Skipped;
import dev.orderflow.messaging.testing.TestTypes;
import dev.orderflow.messaging.testing.Ticked;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventTypesTest {

    private final EventTypes types = new EventTypes(List.of(new TestTypes("ticks", "echoes")));

    @Test
    void knowsWhatTravelsOnATopic() {
        assertThat(types.publishedTo("ticks")).isEqualTo(Set.of(Ticked.class, Skipped.class, Noted.class));
        assertThat(types.publishedTo("echoes")).isEqualTo(Set.of(Echoed.class));
        assertThat(types.publishedTo("unheard-of")).isEmpty();
        assertThat(types.publishedTo(topic -> topic.startsWith("ech"))).isEqualTo(Set.of(Echoed.class));
    }

    @Test
    void refusesTwoTypesWithOneName() {
        EventTypeSource twin = () -> List.of(EventType.of("test.ticked", "ticks", String.class));

        assertThatThrownBy(() -> new EventTypes(List.of(new TestTypes("ticks", "echoes"), twin)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("test.ticked");
    }

    @Test
    void refusesOneClassUnderTwoNames() {
        EventTypeSource twin = () -> List.of(EventType.of("test.tocked", "ticks", Ticked.class));

        assertThatThrownBy(() -> new EventTypes(List.of(new TestTypes("ticks", "echoes"), twin)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAVersionWithoutItsUpcasters() {
        assertThatThrownBy(() -> new EventType<>("test.x", 3, "ticks", Ticked.class, Set.of(), List.of(old -> old)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
