package dev.orderflow.devservices.extension;

import io.quarkus.runtime.configuration.ConfigBuilder;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfigBuilder;

/** In dev mode a service listens where {@code ./run} would have it listen: its own port and the offset of the system. */
public final class ShiftedPort implements ConfigBuilder {

    public static final String OFFSET = "orderflow.devservices.port-offset";

    private static final String PORT = "quarkus.http.port";

    /** That of the application's own file; who overrides it means the port that he names. */
    private static final int APPLICATION_ORDINAL = 250;

    @Override
    public SmallRyeConfigBuilder configBuilder(SmallRyeConfigBuilder builder) {
        return builder.withInterceptors(ShiftedPort::shift);
    }

    private static ConfigValue shift(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        ConfigValue offset = name.equals(PORT) ? context.proceed(OFFSET) : null;
        if (value == null || offset == null || value.getConfigSourceOrdinal() > APPLICATION_ORDINAL) {
            return value;
        }
        int port = Integer.parseInt(value.getValue()) + Integer.parseInt(offset.getValue());
        return value.withValue(Integer.toString(port));
    }
}
