package dev.orderflow.messaging.testing;

import dev.orderflow.messaging.config.MessagingConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;

/** {@code orderflow.messaging.*} of a process without a container. */
public final class Settings {

    private Settings() {}

    /** @param settings names below {@code orderflow.messaging.} and values, in turn */
    public static MessagingConfig of(String... settings) {
        var values = new HashMap<String, String>();
        values.put("orderflow.messaging.service", "test");
        for (int i = 0; i < settings.length; i += 2) {
            values.put("orderflow.messaging." + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withConverters(new org.eclipse.microprofile.config.spi.Converter<?>[] {
                    new io.quarkus.runtime.configuration.DurationConverter()
                })
                .build()
                .getConfigMapping(MessagingConfig.class);
    }
}
