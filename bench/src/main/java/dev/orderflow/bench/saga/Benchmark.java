package dev.orderflow.bench.saga;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.bench.limits.LimitsPart;
import dev.orderflow.bench.postgres.Server;
import dev.orderflow.bench.saga.Plan.Measure;
import dev.orderflow.bench.start.StartPart;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.system.Catalogue;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.util.Locale;
import java.util.function.Consumer;

/** Starts a clean system, warms it up and measures the chosen parts of it, one after the other. */
public final class Benchmark {

    private final OrderflowSystem system;
    private final Plan plan;
    private final Consumer<String> progress;

    public Benchmark(OrderflowSystem system, Plan plan, Consumer<String> progress) {
        this.system = system;
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * Adds figures by part to a report; times in milliseconds.
     *
     * @param measured hears of each part that has been added, so that an interrupted run leaves what it had by then
     */
    public void run(ObjectNode report, Runnable measured) throws InterruptedException {
        system.startInfrastructure();
        try (var server = Server.counting(system)) {
            report.set("durability", Json.MAPPER.valueToTree(server.durability()));
            progress.accept("Durable: " + server.durability() + ", acks=all");
            system.startServices();
            Catalogue.load(system, Catalogue.products());
            try (var witness = Witness.at(system.endpoints().kafkaBootstrap())) {
                var bed = new Bed(system, Shop.with(system), witness, progress);
                progress.accept("Warming up");
                report.set("warmUp", new WarmUp(bed).run(plan.rates().getFirst()));
                for (var measure : plan.measures()) {
                    Rest.await(system);
                    report.set(name(measure), figures(measure, bed));
                    measured.run();
                }
            }
        }
    }

    private ObjectNode figures(Measure measure, Bed bed) {
        progress.accept("Measuring " + name(measure));
        return switch (measure) {
            case SAGA -> new SagaPart(bed).run(plan.rates(), plan.length());
            case STABLE -> new StablePart(bed).run(plan.rates().getFirst(), plan.length(), plan.hold());
            case ACCEPT -> new AcceptPart(bed).run(plan.accepted(), plan.accepting());
            case DRAIN -> new DrainPart(bed).run(plan.backlog());
            case SALE -> new SalePart(bed).run(plan.requests());
            case LIMITS -> new LimitsPart(system, progress).run(bed.witness().meanEventBytes());
            case START -> new StartPart(system, progress).run();
        };
    }

    private static String name(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }
}
