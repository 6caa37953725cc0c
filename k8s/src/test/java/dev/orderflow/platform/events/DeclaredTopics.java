package dev.orderflow.platform.events;

import dev.orderflow.messaging.config.MessagingConfig;
import dev.orderflow.messaging.topic.TopicSpec;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collection;
import java.util.Map;
import org.eclipse.microprofile.config.spi.Converter;

/** What a service would make of the topics if no manifest did, with nothing configured. */
public final class DeclaredTopics {

    private DeclaredTopics() {}

    public static Collection<TopicSpec> of(String service) {
        var name = Map.of("orderflow.messaging.service", service);
        var config = new SmallRyeConfigBuilder()
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(name, "service", 100))
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .build()
                .getConfigMapping(MessagingConfig.class);
        return new ContractTopics(config).topics();
    }
}
