package dev.orderflow.messaging.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void growWithTimeAndNeverRepeat() {
        var ids = Stream.generate(EventIds::next).limit(10_000).toList();

        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
        assertThat(ids.stream().map(Object::toString)).isSorted();
    }
}
