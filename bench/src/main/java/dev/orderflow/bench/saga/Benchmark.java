package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.load.OpenLoop;
import dev.orderflow.bench.postgres.Server;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Starts a clean system, warms it up and measures the chosen parts of it, one after the other. */
public final class Benchmark {

    /** What is measured, in this order. */
    public enum Measure {
        SAGA
    }

    /**
     * How it is measured.
     *
     * @param rates orders a second for the saga, one run each
     * @param length of each run
     */
    public record Plan(List<Measure> measures, List<Double> rates, Duration length) {}

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration TO_DELIVER = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 32;

    private static final Duration PROBE = Duration.ofSeconds(10);

    private final OrderflowSystem system;
    private final Plan plan;
    private final Consumer<String> progress;

    public Benchmark(OrderflowSystem system, Plan plan, Consumer<String> progress) {
        this.system = system;
        this.plan = plan;
        this.progress = progress;
    }

    /** Figures by part; times in milliseconds. */
    public ObjectNode run() throws InterruptedException {
        system.startInfrastructure();
        try (var server = Server.counting(system)) {
            var report = Json.object();
            report.set("durability", Json.MAPPER.valueToTree(server.durability()));
            progress.accept("Durable: " + server.durability() + ", acks=all");
            system.startServices();
            Catalogue.load(system, Catalogue.products());
            try (var witness = Witness.at(system.endpoints().kafkaBootstrap())) {
                var bed = new Bed(system, Shop.with(system), witness, progress);
                warmUp(bed);
                plan.measures().forEach(measure -> measure(measure, bed, report));
            }
            return report;
        }
    }

    /**
     * Until the services' code is compiled and the planner knows the tables a little; at a measured rate, since a system
     * that is flooded works in large batches, and takes as long again to be done with them.
     */
    private void warmUp(Bed bed) {
        progress.accept("Warming up");
        var steady = new Steady();
        try (var caller = new Caller(CONNECTIONS)) {
            Caller.await(new OpenLoop(caller, bed.shop()::order, steady)
                    .run(plan.rates().getFirst(), WARM_UP));
        }
        Wait.until(() -> steady.isAllIn(bed.witness().delivered()), TO_DELIVER);
    }

    private void measure(Measure measure, Bed bed, ObjectNode report) {
        progress.accept("Measuring " + measure.name().toLowerCase(java.util.Locale.ROOT));
        switch (measure) {
            case SAGA -> saga(bed, report.putObject("saga"));
        }
    }

    private void saga(Bed bed, ObjectNode report) {
        report.set("idle", idle());
        for (double rate : plan.rates()) {
            report.set("at " + Math.round(rate), new SagaPart(bed).run(rate, plan.length()));
        }
    }

    /** What the system uses while nobody orders. */
    private ObjectNode idle() {
        var before = Footprint.of(system);
        long began = System.nanoTime();
        Wait.until(() -> System.nanoTime() - began >= PROBE.toNanos(), PROBE.plusSeconds(1));
        double seconds = (System.nanoTime() - began) / 1e9;
        var used = Footprint.of(system).minus(before);
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
