package dev.orderflow.bench;

import dev.orderflow.bench.data.Database;
import dev.orderflow.devservices.embedded.Postgres;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The systems that are measured: on data and ports of their own, beside the developer's. */
final class Systems {

    private static final int OFFSET = 4_000;

    private static final String SERVICE_OPTIONS = "ORDERFLOW_SERVICE_OPTIONS";

    /**
     * What runs for long is worth the second compiler's time, which a developer's system saves. Compilers that end take what
     * they have used with them.
     */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4 -XX:-UseDynamicNumberOfCompilerThreads";

    /** As in production: one trace in ten is recorded, and exported when five seconds' spans have gathered. */
    private static final Map<String, String> TRACING = Map.of(
            "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "0.1",
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "5s");

    private Systems() {}

    /** Filled once with sample orders, kept for any number of measurements. */
    static Options filled() {
        return beside("-bench-reads", Map.of());
    }

    /** Begun anew by each measurement. A collector takes its traces, so that exporting them is part of what it costs. */
    static Options clean() {
        return beside("-bench", TRACING).withTraces(true);
    }

    private static Options beside(String suffix, Map<String, String> more) {
        var developers = CheckoutOptions.find();
        var data = developers.data().resolveSibling(developers.data().getFileName() + suffix);
        var variables = new HashMap<>(more);
        variables.put(SERVICE_OPTIONS, serviceOptions());
        return Options.at(data, developers.portOffset() + OFFSET).withServiceVariables(variables);
    }

    /** Those of the caller come last, and win. */
    private static String serviceOptions() {
        return BOTH_COMPILERS + " " + System.getenv().getOrDefault(SERVICE_OPTIONS, "");
    }

    /** Ends with this JVM, however that ends. */
    static OrderflowSystem of(Options options) {
        return new OrderflowSystem(options, new Console()).ownedByThisJvm();
    }

    static List<Database> databases(OrderflowSystem system) {
        return Service.withDatabase().stream()
                .map(service -> new Database(
                        service.module(), system.endpoints().jdbcUrl(service), Postgres.USER, Postgres.PASSWORD))
                .toList();
    }

    /** Stops what runs on these data and forgets them; the records of processes stay until they are gone. */
    static void clear(OrderflowSystem system) {
        if (system.isRunning()) {
            system.stop();
        }
        try (Stream<Path> entries = Files.list(system.layout().root())) {
            for (var path :
                    entries.filter(each -> !each.equals(system.layout().run())).toList()) {
                Trees.delete(path);
            }
        } catch (IOException e) {
            throw new PartFailed(system.layout().root() + " can't be emptied: " + e.getMessage(), e);
        }
    }
}
