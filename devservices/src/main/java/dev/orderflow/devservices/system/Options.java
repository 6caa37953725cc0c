package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a system is laid out.
 *
 * @param data the directory of its data, logs and process records
 * @param portOffset added to every port
 * @param replicas how many processes run of each service
 * @param services which services run
 * @param checkout where what they are run from was built, if not in this one
 * @param packaging what they are run from
 * @param serviceVariables further environment variables of every service
 * @param partyVariables further settings of payment provider and carrier, such as {@code PARTY_DISPATCH_DELAY}
 * @param console whether the web page in front of the services runs
 * @param traced whether the services record every trace and a collector keeps the last of them
 */
public record Options(
        Path data,
        int portOffset,
        int replicas,
        List<Service> services,
        Optional<Path> checkout,
        Packaging packaging,
        Map<String, String> serviceVariables,
        Map<String, String> partyVariables,
        boolean console,
        boolean traced) {

    public Options {
        services = List.copyOf(services);
        serviceVariables = Map.copyOf(serviceVariables);
        partyVariables = Map.copyOf(partyVariables);
    }

    /**
     * One of each service, on the given ports, untraced and without the console, from what the
     * {@linkplain Packaging#chosen environment} says.
     */
    public static Options at(Path data, int portOffset) {
        return new Options(
                data,
                portOffset,
                1,
                List.of(Service.values()),
                Optional.empty(),
                Packaging.chosen(),
                Map.of(),
                Map.of(),
                false,
                false);
    }

    public Options withReplicas(int count) {
        return new Options(
                data,
                portOffset,
                count,
                services,
                checkout,
                packaging,
                serviceVariables,
                partyVariables,
                console,
                traced);
    }

    /** Only these services; none of them for the infrastructure and the outside parties alone. */
    public Options withServices(List<Service> chosen) {
        return new Options(
                data,
                portOffset,
                replicas,
                chosen,
                checkout,
                packaging,
                serviceVariables,
                partyVariables,
                console,
                traced);
    }

    /** The services are run from what was built there. */
    public Options withCheckout(Path other) {
        return new Options(
                data,
                portOffset,
                replicas,
                services,
                Optional.of(other),
                packaging,
                serviceVariables,
                partyVariables,
                console,
                traced);
    }

    public Options withServiceVariables(Map<String, String> variables) {
        return new Options(
                data, portOffset, replicas, services, checkout, packaging, variables, partyVariables, console, traced);
    }

    public Options withPartyVariables(Map<String, String> variables) {
        return new Options(
                data,
                portOffset,
                replicas,
                services,
                checkout,
                packaging,
                serviceVariables,
                variables,
                console,
                traced);
    }

    public Options withPackaging(Packaging chosen) {
        return new Options(
                data,
                portOffset,
                replicas,
                services,
                checkout,
                chosen,
                serviceVariables,
                partyVariables,
                console,
                traced);
    }

    public Options withTraces(boolean wanted) {
        return new Options(
                data,
                portOffset,
                replicas,
                services,
                checkout,
                packaging,
                serviceVariables,
                partyVariables,
                console,
                wanted);
    }

    /** With the web page in front of the services, or without it. */
    public Options withConsole(boolean wanted) {
        return new Options(
                data,
                portOffset,
                replicas,
                services,
                checkout,
                packaging,
                serviceVariables,
                partyVariables,
                wanted,
                traced);
    }

    /** The modules that have to be built for it. */
    public List<String> modules() {
        return Stream.concat(
                        services.stream().map(Service::module),
                        console ? Stream.of(ConsoleProcess.NAME) : Stream.empty())
                .toList();
    }

    /** What a service is run from, built or not. */
    Path program(Service service) {
        return packaging.program(checkout.orElseGet(Installation::home), service);
    }
}
