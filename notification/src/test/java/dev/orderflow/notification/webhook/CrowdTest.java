package dev.orderflow.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final UUID SLOW = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @Test
    void aSlowEndpointHoldsItsOwnPlacesOnly() {
        var crowd = new Crowd(2, 10);

        assertThat(crowd.join(SLOW)).isTrue();
        assertThat(crowd.join(SLOW)).isTrue();
        assertThat(crowd.join(SLOW)).isFalse();
        assertThat(crowd.join(OTHER)).isTrue();
        crowd.leave(SLOW);
        assertThat(crowd.join(SLOW)).isTrue();
    }

    @Test
    void allEndpointsTogetherHoldAShareOfTheWorkers() {
        var crowd = new Crowd(2, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(crowd.join(new UUID(2, i))).isTrue();
        }

        assertThat(crowd.join(OTHER)).isFalse();
        crowd.leave(new UUID(2, 0));
        assertThat(crowd.join(OTHER)).isTrue();
        assertThat(crowd.join(SLOW)).isFalse();
    }
}
