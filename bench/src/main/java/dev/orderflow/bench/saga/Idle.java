package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.report.Figures;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.time.Duration;

/** What a system uses while nobody orders. */
final class Idle {

    private static final Duration PROBE = Duration.ofSeconds(10);

    private Idle() {}

    static ObjectNode of(OrderflowSystem system) {
        var before = Footprint.of(system);
        long began = System.nanoTime();
        Wait.until(() -> System.nanoTime() - began >= PROBE.toNanos(), PROBE.plusSeconds(1));
        double seconds = (System.nanoTime() - began) / 1e9;
        return figures(Footprint.of(system).minus(before), seconds);
    }

    private static ObjectNode figures(Footprint used, double seconds) {
        var node = Json.object().put("cpusBusy", Figures.rounded(used.systemCpuMillis() / seconds / 1e3));
        var cpus = node.putObject("cpusBusyByProcess");
        used.processes().forEach((name, usage) -> cpus.put(name, Figures.rounded(usage.cpuMillis() / seconds / 1e3)));
        var statements = node.putObject("statementsPerSecond");
        used.statements()
                .callsByService()
                .forEach((service, calls) -> statements.put(service, Figures.rounded(calls / seconds)));
        return node;
    }
}
