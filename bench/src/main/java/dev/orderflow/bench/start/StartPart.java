package dev.orderflow.bench.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.launcher.Build;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Packaging;
import dev.orderflow.devservices.system.Service;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Each service alone, on databases that are migrated: how long until it is ready, and how much memory it holds then; on a
 * plain JVM, with an AOT cache, and as a binary where somebody has built one; what is not built is named.
 */
public final class StartPart {

    private static final int TRIES = 3;
    private static final List<Service> SERVICES = List.of(Service.values());

    private final OrderflowSystem system;
    private final Consumer<String> progress;

    public StartPart(OrderflowSystem system, Consumer<String> progress) {
        this.system = system;
        this.progress = progress;
    }

    /** What holds memory by now has worked. No service runs when this returns. */
    public ObjectNode run() {
        var node = Json.object().put("tries", TRIES);
        node.set("residentMegabytesAfterWork", residents());
        system.stopServices();
        new Build(system.log("build")).ensureAot(SERVICES);
        Arrays.stream(Packaging.values())
                .forEach(packaging ->
                        node.set(name(packaging), starts(packaging, Presence.of(SERVICES, packaging::isBuilt))));
        return node;
    }

    private ObjectNode residents() {
        var node = Json.object();
        SERVICES.forEach(service -> node.put(service.module(), resident(service)));
        return node;
    }

    private ObjectNode starts(Packaging packaging, Presence presence) {
        progress.accept("  " + name(packaging));
        var node = Json.object();
        if (!presence.missing().isEmpty()) {
            progress.accept("    not built: " + presence.notBuilt());
            node.put("notBuilt", presence.notBuilt());
        }
        return presence.built().isEmpty() ? node : node.setAll(starts(packaging, presence.built()));
    }

    private ObjectNode starts(Packaging packaging, List<Service> services) {
        var node = Json.object();
        var ready = node.putObject("secondsUntilReady");
        var resident = node.putObject("residentMegabytesWhenReady");
        for (var service : services) {
            var starts = starts(packaging, service);
            ready.put(service.module(), Figures.rounded(Start.medianSeconds(starts)));
            resident.put(service.module(), Start.medianMegabytes(starts));
        }
        return node;
    }

    /** The first one reads its files, or makes its cache, and is not counted. */
    private List<Start> starts(Packaging packaging, Service service) {
        var alone = system.as(packaging);
        start(alone, service);
        if (packaging == Packaging.AOT_CACHE && !Files.exists(Packaging.cache(packaging.program(service)))) {
            throw new PartFailed(service.module() + " has made no AOT cache; see " + system.log(service.module()));
        }
        return Stream.generate(() -> start(alone, service)).limit(TRIES).toList();
    }

    private Start start(OrderflowSystem alone, Service service) {
        long began = System.nanoTime();
        alone.start(service.module());
        double seconds = (System.nanoTime() - began) / 1e9;
        var start = new Start(seconds, resident(service));
        alone.stop(service.module());
        return start;
    }

    private long resident(Service service) {
        return Resident.megabytes(system.layout(), service.module());
    }

    private static String name(Packaging packaging) {
        return switch (packaging) {
            case JVM -> "plain JVM";
            case AOT_CACHE -> "AOT cache";
            case NATIVE -> "native";
        };
    }
}
