package dev.orderflow.platform.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveEndpointsTest {

    private static final Pattern EVENTS = LiveEndpoints.pattern("/orders/{id}/events");

    @Test
    void takesAnyOneSegmentForAVariable() {
        assertThat("/orders/0198/events").matches(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders/0198",
                "/orders/0198/timeline",
                "/orders//events",
                "/orders/a/b/events",
                "/orders/a;b/events",
                "/orders/0198/events/",
                "/orders/0198/events/more",
                "/x/orders/0198/events"
            })
    void takesNothingElse(String path) {
        assertThat(path).doesNotMatch(EVENTS);
    }

    @Test
    void takesTheRestLiterally() {
        assertThat("/liveXx").doesNotMatch(LiveEndpoints.pattern("/live.x"));
    }
}
