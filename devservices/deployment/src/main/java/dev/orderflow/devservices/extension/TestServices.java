package dev.orderflow.devservices.extension;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.orderflow.devservices.system.Connection;
import dev.orderflow.devservices.testing.EmbeddedParts;
import io.quarkus.deployment.Capabilities;
import io.quarkus.deployment.IsTest;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Dev Services of tests: those of one JVM share their processes with each other and with nobody else, and each start of
 * the application gets a fresh database. What is configured otherwise is left alone.
 */
@BuildSteps(onlyIf = {IsTest.class, DevServicesConfig.Enabled.class})
class TestServices {

    @BuildStep
    List<DevServicesResultBuildItem> parts(ApplicationInfoBuildItem application, Capabilities capabilities) {
        Demand demand = new Demand(capabilities, ConfigProvider.getConfig());
        EmbeddedParts parts = EmbeddedParts.shared();
        return Stream.of(
                        new Offer(Connection.kafka(""), parts::kafka),
                        new Offer(Connection.redis(""), parts::redis),
                        new Offer(Connection.issuer("", ""), parts::issuer),
                        new Offer(Connection.postgres("", ""), () -> postgres(parts, application.getName())))
                .filter(offer -> demand.includes(offer.shape()))
                .map(TestServices::part)
                .toList();
    }

    private static Connection postgres(EmbeddedParts parts, String application) {
        return parts.postgres(parts.createDatabase(application));
    }

    private static DevServicesResultBuildItem part(Offer offer) {
        Map<String, Function<TestPart, String>> values = offer.shape().properties().keySet().stream()
                .collect(toMap(identity(), name -> part -> part.properties().get(name)));
        return DevServicesResultBuildItem.<TestPart>owned()
                .feature(offer.shape().part())
                // Never the same twice, so that Quarkus asks again for the next application.
                .serviceConfig(UUID.randomUUID().toString())
                .startable(() -> new TestPart(offer.startup()))
                .configProvider(values)
                .build();
    }

    /**
     * @param shape names the part and its properties; their values are known once it runs
     * @param startup starts it, unless it runs
     */
    private record Offer(Connection shape, Supplier<Connection> startup) {}
}
