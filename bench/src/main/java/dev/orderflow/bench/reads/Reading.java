package dev.orderflow.bench.reads;

import dev.orderflow.bench.data.Database;
import dev.orderflow.bench.load.Caller;
import dev.orderflow.bench.postgres.Server;
import dev.orderflow.bench.saga.Laps;
import dev.orderflow.bench.saga.Shop;
import dev.orderflow.devservices.system.OrderflowSystem;
import dev.orderflow.devservices.system.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures every list and every single thing that the services' APIs let read, on a filled system, and what that does to who
 * places orders meanwhile.
 */
public final class Reading {

    /** For services of which nothing is wanted but answers. */
    public static final Map<String, String> READ_ONLY =
            Map.of("ORDERFLOW_MESSAGING_RELAY_ENABLED", "false", "ORDERFLOW_MESSAGING_TASKS_ENABLED", "false");

    private static final int CONNECTIONS = 16;
    private static final int EXPLAINED = 20;

    /** Faster than what is measured: it is code and pages that have to get warm, of every read and sample. */
    private static final double WARM_UP_RATE = 200;

    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /** Ten minutes. A read is rare among ninety, and what a customer meets is a service that has run for days. */
    private static final int MOST_LAPS = 30;

    /** What is ordered beside the reads, in each run again: enough, and few enough for a count of many runs. */
    private static final String SOLD = "bench-reads";

    private static final int PIECES = 1_000_000;

    private final OrderflowSystem system;
    private final OrderflowSystem quiet;
    private final Database orders;
    private final Consumer<String> progress;

    /** @param quiet the same, with services that only read: polls would fill the log with their plans */
    public Reading(OrderflowSystem system, OrderflowSystem quiet, Database orders, Consumer<String> progress) {
        this.system = system;
        this.quiet = quiet;
        this.orders = orders;
        this.progress = progress;
    }

    /**
     * @param perSecond of all reads together
     * @param length how long that goes on
     * @param placing how long each of the three times is in which orders are placed, once beside the reads
     */
    public ReadsReport run(double perSecond, Duration length, Duration placing) {
        system.startInfrastructure();
        try (var server = Server.telling(system);
                var caller = new Caller(CONNECTIONS)) {
            progress.accept("Durable: " + server.durability());
            var reads = reads(system, orders);
            var statements = explain(server, caller, reads);
            system.startServices();
            progress.accept("Warming up");
            progress.accept(Laps.run(system, MOST_LAPS, () -> Timing.of(caller, reads, WARM_UP_RATE, WARM_UP))
                    .toString());
            progress.accept("Timing %d reads at %.0f a second".formatted(reads.size(), perSecond));
            server.forgetCosts();
            var timing = Timing.of(caller, reads, perSecond, length);
            progress.accept("All together: " + timing.all());
            var measured = measured(reads, statements, server, timing);
            var writes = Writes.measured(caller, Shop.of(system, SOLD, PIECES), reads, perSecond, placing, progress);
            return new ReadsReport(measured, writes, faults(timing, writes));
        }
    }

    private static List<String> faults(Timing timing, Writes writes) {
        return Stream.concat(timing.faults().stream(), writes.faults().stream().map(fault -> "beside orders: " + fault))
                .toList();
    }

    /** @param orders filled; what is asked for is taken from there */
    static List<Read> reads(OrderflowSystem system, Database orders) {
        var samples = Samples.of(orders);
        var asking = new Asking(system);
        var others = new OtherReads(samples, asking);
        var administration = Service.withDatabase().stream().flatMap(others::administration);
        return Stream.of(new OrderReads(samples, asking).all(), others.all(), administration, others.filters())
                .flatMap(each -> each)
                .toList();
    }

    private List<List<Statement>> explain(Server server, Caller caller, List<Read> reads) {
        progress.accept("Explaining %d reads".formatted(reads.size()));
        quiet.startServices();
        server.explain(true);
        var explaining = Explaining.of(caller, new PlanLog(system.log("postgres")), EXPLAINED);
        var statements = reads.stream().map(explaining::statements).toList();
        server.explain(false);
        system.stopServices();
        return statements;
    }

    private static List<Measured> measured(
            List<Read> reads, List<List<Statement>> statements, Server server, Timing timing) {
        var costs = server.costs();
        return IntStream.range(0, reads.size())
                .mapToObj(n -> new Measured(reads.get(n), statements.get(n), costs, timing.of(n)))
                .toList();
    }
}
