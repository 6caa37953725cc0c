package dev.orderflow.platform.admin;

import dev.orderflow.messaging.consumer.Channels.Channel;
import dev.orderflow.messaging.control.SwitchState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A channel that brings this service events.
 *
 * @param changedAt when it was paused or resumed last; absent if it never was
 */
@RegisterForReflection
@Schema(
        name = "Channel",
        requiredProperties = {"name", "topic", "paused"})
record ChannelView(String name, String topic, boolean paused, Instant changedAt) {

    /** @param state null if nobody has touched it */
    static ChannelView of(Channel channel, SwitchState state) {
        return state == null
                ? new ChannelView(channel.name(), channel.topic(), false, null)
                : new ChannelView(channel.name(), channel.topic(), !state.on(), state.changedAt());
    }
}
