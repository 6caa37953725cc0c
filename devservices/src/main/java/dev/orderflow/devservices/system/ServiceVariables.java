package dev.orderflow.devservices.system;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a packaged service is told by its environment. */
final class ServiceVariables {

    private ServiceVariables() {}

    static Map<String, String> of(Topology topology, Service service, int replica) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(topology.ports().service(service, replica)));
        // A packaged service thinks that it is in production; here people read its log.
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        for (Connection connection : new Connections(topology).of(service)) {
            connection.properties().forEach((name, value) -> variables.put(variable(name), value));
        }
        if (service == Service.ANALYTICS) {
            variables.put("ORDERFLOW_ANALYTICS_STATE", state(topology, replica));
        }
        variables.putAll(topology.options().serviceVariables());
        return variables;
    }

    /** Each replica's own: two can't share one. */
    private static String state(Topology topology, int replica) {
        return topology.layout().data(Service.ANALYTICS.replica(replica)).toString();
    }

    /** The environment's name of a property, as MicroProfile Config maps it. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
