package dev.orderflow.devservices.extension;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Connection;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigBuilderBuildItem;
import io.quarkus.deployment.builditem.RunTimeConfigurationDefaultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Dev Services of dev mode: all dev modes of a checkout and {@code ./run} share one set of processes, with a database for
 * each service. What is configured otherwise is left alone.
 */
@BuildSteps(onlyIf = {IsDevelopment.class, DevServicesConfig.Enabled.class})
class DevModeServices {

    private static final Logger LOG = Logger.getLogger(DevModeServices.class);

    @BuildStep
    List<DevServicesResultBuildItem> parts(ApplicationInfoBuildItem application, Capabilities capabilities) {
        Demand demand = new Demand(capabilities, ConfigProvider.getConfig());
        return Stream.of(Service.values())
                .filter(service -> service.module().equals(application.getName()))
                .flatMap(service -> parts(service, demand))
                .toList();
    }

    @BuildStep
    void shiftPort(
            BuildProducer<RunTimeConfigBuilderBuildItem> builders,
            BuildProducer<RunTimeConfigurationDefaultBuildItem> defaults) {
        int offset = CheckoutOptions.find().portOffset();
        builders.produce(new RunTimeConfigBuilderBuildItem(ShiftedPort.class));
        defaults.produce(new RunTimeConfigurationDefaultBuildItem(ShiftedPort.OFFSET, Integer.toString(offset)));
    }

    private static Stream<DevServicesResultBuildItem> parts(Service service, Demand demand) {
        Options options = CheckoutOptions.find();
        List<Connection> connections = OrderflowSystem.of(options).connections(service).stream()
                .filter(demand::includes)
                .toList();
        Set<String> parts = connections.stream().map(Connection::part).collect(toSet());
        DevMode devMode = new DevMode(service, options, parts);
        return connections.stream().map(connection -> part(devMode, connection));
    }

    private static DevServicesResultBuildItem part(DevMode devMode, Connection connection) {
        Map<String, String> properties = connection.properties();
        Map<String, Function<SharedPart, String>> values =
                properties.keySet().stream().collect(toMap(identity(), name -> _ -> properties.get(name)));
        return DevServicesResultBuildItem.<SharedPart>owned()
                .feature(connection.part())
                .description(devMode.description(connection.part()))
                .serviceConfig(devMode.options().data() + " " + properties.hashCode())
                .startable(() -> new SharedPart(devMode, connection))
                .configProvider(values)
                .postStartHook(part -> LOG.infof("%s is at %s", connection.part(), part.getConnectionInfo()))
                .build();
    }
}
