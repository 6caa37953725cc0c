package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.drill.Drill;
import dev.orderflow.devservices.drill.DrillPlan;
import dev.orderflow.devservices.drill.Report;
import dev.orderflow.devservices.drill.ReportFiles;
import dev.orderflow.devservices.drill.ReportText;
import dev.orderflow.devservices.embedded.Trees;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drills a system of its own beside the developer's: other data, other ports, nothing of the last drill. */
@Command(
        name = "drill",
        description = "Kills, freezes and cuts off everything under load, and checks that nothing is lost or doubled.",
        mixinStandardHelpOptions = true)
final class DrillCommand implements Callable<Integer> {

    private static final int MOST_REPLICAS = 9;

    @Option(names = "--seed", description = "The same seed brings the same faults and customers; drawn if not given.")
    private Long seed;

    @Option(names = "--minutes", defaultValue = "5", description = "How long faults happen (default 5).")
    private double minutes;

    @Option(names = "--replicas", defaultValue = "2", description = "How many of each service (default 2).")
    private int replicas;

    @Option(names = "--rate", defaultValue = "4", description = "Orders a second (default 4).")
    private double rate;

    @Option(
            names = "--final-within",
            defaultValue = "15",
            description =
                    "Seconds in which orders have to be final after a fault (default 15); more on a slow machine.")
    private double finalWithin;

    @Option(
            names = "--no-calm",
            description = "Leave out the first round, in which each service is killed with nothing else going wrong.")
    private boolean noCalm;

    @Override
    public Integer call() throws InterruptedException {
        DrillPlan plan = plan();
        Options base = Context.drillOptions();
        try (Drill drill = Drill.of(plan, base)) {
            Startup startup = Startup.of(drill.options());
            Optional<RunLock> lock = RunLock.take(startup.system().layout());
            if (lock.isEmpty()) {
                Console.say("Another drill runs in " + base.data());
                return 1;
            }
            try (RunLock _ = lock.get()) {
                return run(drill, plan, startup);
            }
        }
    }

    private static int run(Drill drill, DrillPlan plan, Startup startup) throws InterruptedException {
        OrderflowSystem system = startup.system();
        // What Kafka's clients say while their broker is dead is no news here.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        Custody custody = Custody.of(system);
        custody.during(() -> {
            clear(system);
            startup.run();
        });
        Console.say("Drilling with seed " + plan.seed());
        Report report = drill.run(system, Console::say);
        Path directory = system.layout().root();
        ReportFiles.write(report, directory);
        Console.say(ReportText.of(report) + "Report: " + directory.resolve("drill-report.txt") + " and .json");
        return report.passed() ? 0 : 1;
    }

    private DrillPlan plan() {
        if (minutes <= 0 || rate <= 0 || finalWithin <= 0 || replicas < 1 || replicas > MOST_REPLICAS) {
            throw new PartFailed(
                    "--minutes, --rate and --final-within must be above 0, --replicas between 1 and " + MOST_REPLICAS);
        }
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
        Duration within = Duration.ofMillis((long) (finalWithin * 1_000));
        return new DrillPlan(drawn, Duration.ofMillis((long) (minutes * 60_000)), replicas, rate, within)
                .withCalmRound(!noCalm);
    }

    /** The lock and the records of processes are in use. */
    private static void clear(OrderflowSystem system) {
        if (system.isRunning()) {
            system.stop();
        }
        try (Stream<Path> entries = Files.list(system.layout().root())) {
            List<Path> old =
                    entries.filter(path -> !path.equals(system.layout().run())).toList();
            for (Path path : old) {
                Trees.delete(path);
            }
        } catch (IOException e) {
            throw new PartFailed(system.layout().root() + " cannot be emptied: " + e.getMessage(), e);
        }
    }
}
