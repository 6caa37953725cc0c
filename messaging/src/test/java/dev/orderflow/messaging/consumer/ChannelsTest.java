package dev.orderflow.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderflow.messaging.control.SwitchBoard;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelsTest {

    private static final String IN = "mp.messaging.incoming.";

    @Test
    void aChannelReadsATopicOrAllThatMatch() {
        var channels = channels(Map.of(
                IN + "one.connector", "smallrye-kafka",
                IN + "one.topic", "order-events",
                IN + "many.connector", "smallrye-kafka",
                IN + "many.topic", ".+-dead-letters",
                IN + "many.pattern", "true"));

        assertThat(channels.all())
                .containsExactly(
                        new Channels.Channel("many", ".+-dead-letters", true),
                        new Channels.Channel("one", "order-events", false));
    }

    private static Channels channels(Map<String, String> settings) {
        var source = new PropertiesConfigSource(settings, "test", 100);
        return new Channels(new SmallRyeConfigBuilder().withSources(source).build(), new SwitchBoard());
    }
}
