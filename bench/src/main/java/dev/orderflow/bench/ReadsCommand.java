package dev.orderflow.bench;

import dev.orderflow.bench.reads.Reading;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what is read on the databases that "data" has filled. */
@Command(
        name = "reads",
        description = {
            "Measures every list and get on the data that \"data\" has filled in.",
            "Fails if one is slower than it may be, or if an answer was not the expected one: then the times tell nothing."
        },
        mixinStandardHelpOptions = true)
final class ReadsCommand implements Callable<Integer> {

    @Option(names = "--rate", defaultValue = "150", description = "Calls a second, of all kinds (${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--seconds", defaultValue = "150", description = "For how long (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--placing",
            defaultValue = "60",
            description = "Seconds of each of the three times in which orders are placed (${DEFAULT-VALUE}).")
    private int placing;

    @Override
    public Integer call() throws Exception {
        var system = Systems.of(Systems.filled());
        var orders = Systems.databases(system).getFirst();
        var quiet = new OrderflowSystem(Systems.filled().withServiceVariables(Reading.READ_ONLY), new Console());
        var report = new Reading(system, quiet, orders, Console::say)
                .run(rate, Duration.ofSeconds(seconds), Duration.ofSeconds(placing));
        Console.say(report.table());
        report.slow().forEach(each -> Console.say("Slow: " + each));
        report.faults().forEach(each -> Console.say("Not a measurement: " + each));
        var file = system.layout().root().resolve("reads.json");
        Files.writeString(file, report.json().toPrettyString());
        Console.say("Report: " + file);
        system.stop();
        return report.slow().isEmpty() && report.faults().isEmpty() ? 0 : 1;
    }
}
