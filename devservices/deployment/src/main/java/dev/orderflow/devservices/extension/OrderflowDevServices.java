package dev.orderflow.devservices.extension;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Connection;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import dev.orderflow.devservices.testing.EmbeddedParts;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.IsDevelopment;
import io.quarkus.deployment.IsTest;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Dev Services without Docker. All dev modes of a checkout and {@code ./run} share one set of processes, with a database
 * for each service; the tests of a JVM share another, with a fresh database for each start of the application. What is
 * configured otherwise is left alone.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class OrderflowDevServices {

    private static final Logger LOG = Logger.getLogger(OrderflowDevServices.class);

    @BuildStep(onlyIf = IsDevelopment.class)
    List<DevServicesResultBuildItem> inDevMode(ApplicationInfoBuildItem application, Capabilities capabilities) {
        return service(application.getName()).stream()
                .flatMap(service -> shared(service, demand(capabilities)))
                .toList();
    }

    private static Stream<DevServicesResultBuildItem> shared(Service service, Demand demand) {
        Options options = CheckoutOptions.find();
        List<Connection> connections = OrderflowSystem.of(options).connections(service).stream()
                .filter(demand::includes)
                .toList();
        Set<String> parts = connections.stream().map(Connection::part).collect(toSet());
        DevMode devMode = new DevMode(service, options, parts);
        return connections.stream().map(connection -> shared(devMode, connection));
    }

    private static DevServicesResultBuildItem shared(DevMode devMode, Connection connection) {
        Map<String, String> properties = connection.properties();
        return DevServicesResultBuildItem.<SharedPart>owned()
                .feature(connection.part())
                .description("A process shared with ./run and other dev modes; log: "
                        + OrderflowSystem.of(devMode.options()).log(connection.part()))
                .serviceConfig(devMode.options().data() + " " + properties.hashCode())
                .startable(() -> new SharedPart(devMode, connection))
                .configProvider(properties.keySet().stream()
                        .collect(toMap(identity(), name -> (Function<SharedPart, String>) _ -> properties.get(name))))
                .postStartHook(part -> LOG.infof("%s is at %s", connection.part(), part.getConnectionInfo()))
                .build();
    }

    @BuildStep(onlyIf = IsTest.class)
    List<DevServicesResultBuildItem> inTests(ApplicationInfoBuildItem application, Capabilities capabilities) {
        Demand demand = demand(capabilities);
        EmbeddedParts parts = EmbeddedParts.shared();
        return Stream.of(
                        test(demand, Connection.kafka(""), "", parts::kafka),
                        test(demand, Connection.redis(""), "", parts::redis),
                        test(demand, Connection.issuer("", ""), "", parts::issuer),
                        test(
                                demand,
                                Connection.postgres("", ""),
                                UUID.randomUUID().toString(),
                                () -> parts.postgres(parts.createDatabase(application.getName()))))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * @param shape names the properties; their values are known once the part runs
     * @param identity another one than before makes Quarkus start the part anew with the next application
     */
    private static Optional<DevServicesResultBuildItem> test(
            Demand demand, Connection shape, String identity, Supplier<Connection> startup) {
        if (!demand.includes(shape)) {
            return Optional.empty();
        }
        return Optional.of(DevServicesResultBuildItem.<TestPart>owned()
                .feature(shape.part())
                .serviceConfig(identity)
                .startable(() -> new TestPart(startup))
                .configProvider(shape.properties().keySet().stream().collect(toMap(identity(), name ->
                        (Function<TestPart, String>) part -> part.properties().get(name))))
                .build());
    }

    private static Demand demand(Capabilities capabilities) {
        return new Demand(capabilities, ConfigProvider.getConfig());
    }

    private static Optional<Service> service(String application) {
        return Stream.of(Service.values())
                .filter(service -> service.module().equals(application))
                .findFirst();
    }
}
