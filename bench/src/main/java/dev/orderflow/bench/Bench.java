package dev.orderflow.bench;

import dev.orderflow.bench.saga.Benchmark;
import dev.orderflow.bench.saga.Benchmark.Measure;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The program behind {@code ./run bench}: without a command it measures the saga and all around it. */
@Command(
        name = "./run bench",
        description = "Measures a clean system of its own, beside the developer's (docs/performance.md).",
        mixinStandardHelpOptions = true,
        subcommands = {DataCommand.class, ReadsCommand.class})
public final class Bench implements Callable<Integer> {

    @Option(names = "--only", split = ",", description = "Only these of ${COMPLETION-CANDIDATES}, with commas between.")
    private List<Measure> only = List.of(Measure.values());

    @Option(names = "--rate", split = ",", description = "Orders a second for the saga; a run for each (50,100).")
    private List<Double> rates = List.of(50.0, 100.0);

    @Option(names = "--seconds", defaultValue = "30", description = "How long each run takes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--compare", description = "Show what became of the figures of an earlier report (JSON).")
    private Path compare;

    public static void main(String[] args) {
        var line = new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> fail(failure));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var system = Systems.of(Systems.clean());
        Systems.clear(system);
        var plan = new Benchmark.Plan(only, rates, Duration.ofSeconds(seconds));
        var report = Json.object()
                .put("at", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        report.setAll(new Benchmark(system, plan, Console::say).run());
        var file = system.layout().root().resolve("bench.json");
        Files.writeString(file, report.toPrettyString());
        Files.writeString(file.resolveSibling("bench.html"), ReportPage.of(report));
        var table = compare == null
                ? FigureTable.of(report)
                : FigureTable.compared(report, Json.read(Files.readAllBytes(compare)));
        Console.say(table.text() + "\nReport: " + file + " and bench.html");
        system.stop();
        return ExitCode.OK;
    }

    /** What is expected to go wrong is told in one line. */
    private static int fail(Exception failure) {
        if (failure instanceof PartFailed) {
            System.err.println(failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return ExitCode.SOFTWARE;
    }
}
