package dev.orderflow.devservices.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a system is laid out.
 *
 * @param data the directory of its data, logs and process records
 * @param portOffset added to every port
 * @param replicas how many processes run of each service
 * @param services which services run
 * @param packaging what they are run from
 * @param serviceVariables further environment variables of every service
 * @param partyVariables further settings of payment provider and carrier, such as {@code PARTY_DISPATCH_DELAY}
 * @param traced whether the services record every trace and a collector keeps the last of them
 */
public record Options(
        Path data,
        int portOffset,
        int replicas,
        List<Service> services,
        Packaging packaging,
        Map<String, String> serviceVariables,
        Map<String, String> partyVariables,
        boolean traced) {

    public Options {
        services = List.copyOf(services);
        serviceVariables = Map.copyOf(serviceVariables);
        partyVariables = Map.copyOf(partyVariables);
    }

    /** One of each service, on the given ports, untraced. */
    public static Options at(Path data, int portOffset) {
        return new Options(data, portOffset, 1, List.of(Service.values()), Packaging.JVM, Map.of(), Map.of(), false);
    }

    public Options withReplicas(int count) {
        return new Options(data, portOffset, count, services, packaging, serviceVariables, partyVariables, traced);
    }

    /** Only these services; none of them for the infrastructure and the outside parties alone. */
    public Options withServices(List<Service> chosen) {
        return new Options(data, portOffset, replicas, chosen, packaging, serviceVariables, partyVariables, traced);
    }

    public Options withServiceVariables(Map<String, String> variables) {
        return new Options(data, portOffset, replicas, services, packaging, variables, partyVariables, traced);
    }

    public Options withPartyVariables(Map<String, String> variables) {
        return new Options(data, portOffset, replicas, services, packaging, serviceVariables, variables, traced);
    }

    public Options withPackaging(Packaging chosen) {
        return new Options(data, portOffset, replicas, services, chosen, serviceVariables, partyVariables, traced);
    }

    public Options withTraces(boolean wanted) {
        return new Options(data, portOffset, replicas, services, packaging, serviceVariables, partyVariables, wanted);
    }
}
