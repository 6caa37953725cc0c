package dev.orderflow.devservices.extension;

import dev.orderflow.devservices.system.Connection;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.Capability;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** Which parts an application needs from us. */
record Demand(Capabilities capabilities, Config config) {

    private static final String PROVIDER = "orderflow.devservices";

    /** Those that Quarkus' own Dev Services can start as containers. */
    private static final Set<String> CONTAINERS = Set.of(Connection.KAFKA, Connection.POSTGRES, Connection.REDIS);

    private static final Map<String, List<String>> USERS = Map.of(
            Connection.KAFKA, List.of(Capability.KAFKA),
            Connection.POSTGRES, List.of(Capability.REACTIVE_PG_CLIENT, Capability.AGROAL),
            Connection.REDIS, List.of(Capability.REDIS_CLIENT),
            Connection.ISSUER, List.of(Capability.JWT));

    /** What Dev Services configure is below the application's own file (250) and above the defaults of libraries. */
    private static final int DEV_SERVICES_ORDINAL = 240;

    boolean includes(Connection connection) {
        return isUsed(connection.part()) && !isLeftToContainers(connection.part()) && !isConfigured(connection);
    }

    /** What only one service needs is not known to Quarkus, and is asked for by that one alone. */
    private boolean isUsed(String part) {
        return !USERS.containsKey(part) || USERS.get(part).stream().anyMatch(capabilities::isPresent);
    }

    private boolean isLeftToContainers(String part) {
        return CONTAINERS.contains(part)
                && config.getOptionalValue(PROVIDER, String.class).orElse("").equals("containers");
    }

    private boolean isConfigured(Connection connection) {
        return connection.properties().keySet().stream().anyMatch(this::isConfigured);
    }

    private boolean isConfigured(String property) {
        ConfigValue value = config.getConfigValue(property);
        return value.getValue() != null
                && !value.getValue().isBlank()
                && value.getSourceOrdinal() > DEV_SERVICES_ORDINAL;
    }
}
