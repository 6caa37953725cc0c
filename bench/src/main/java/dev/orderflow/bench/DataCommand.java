package dev.orderflow.bench;

import dev.orderflow.bench.data.DataPlan;
import dev.orderflow.bench.data.SampleData;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills the bench's own databases. The services run once before, for their migrations, and never while it writes. */
@Command(
        name = "data",
        description = "Fills the databases of all services with sample orders, for \"reads\".",
        mixinStandardHelpOptions = true)
final class DataCommand implements Callable<Integer> {

    @Option(names = "--orders", defaultValue = "1000000", description = "How many orders (${DEFAULT-VALUE}).")
    private int orders;

    @Option(names = "--seed", defaultValue = "1", description = "Another one makes other orders (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--days", defaultValue = "365", description = "Over how many days, until now (${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--fresh", description = "Empty the databases before.")
    private boolean fresh;

    @Option(names = "--beside", description = "Keep orders that were not generated, and add to them.")
    private boolean beside;

    @Override
    public Integer call() throws Exception {
        var system = Systems.of(Systems.filled());
        if (fresh) {
            Systems.clear(system);
        }
        Console.say("Migrating");
        system.start();
        system.stopServices();
        var plan = new DataPlan(orders, seed, Instant.now().truncatedTo(ChronoUnit.MILLIS), Duration.ofDays(days));
        var data = new SampleData(plan, Systems.databases(system));
        var refusal = data.refusal(beside);
        if (!refusal.isEmpty()) {
            Console.say(refusal);
            return 1;
        }
        Console.say("Filling with %,d orders".formatted(orders));
        data.fill(done -> Console.say("  " + done));
        system.stop();
        return 0;
    }
}
