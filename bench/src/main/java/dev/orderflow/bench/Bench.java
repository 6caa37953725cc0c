package dev.orderflow.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orderflow.bench.report.Comparison;
import dev.orderflow.bench.report.FigureTable;
import dev.orderflow.bench.report.Machine;
import dev.orderflow.bench.report.ReportFiles;
import dev.orderflow.bench.saga.Benchmark;
import dev.orderflow.bench.saga.Plan;
import dev.orderflow.devservices.http.Json;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program behind {@code ./run bench}: without a command it measures the saga and all around it. */
@Command(
        name = "./run bench",
        description = "Measures a clean system of its own, beside the developer's (docs/performance.md).",
        mixinStandardHelpOptions = true,
        subcommands = {DataCommand.class, ReadsCommand.class})
public final class Bench implements Callable<Integer> {

    @Mixin
    private PlanOptions options;

    @Option(names = "--compare", description = "Show what became of the figures of an earlier report (JSON).")
    private Path compare;

    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    static CommandLine line() {
        return new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> fail(failure));
    }

    @Override
    public Integer call() throws Exception {
        var plan = plan();
        var earlier = compare == null ? Json.object() : read(compare);
        var system = Systems.of(Systems.clean());
        Systems.clear(system);
        var report = Machine.now("before");
        var files = new ReportFiles(system.layout().root(), earlier);
        new Benchmark(system, plan, Console::say).run(report, () -> files.write(report));
        report.setAll(Machine.load("after"));
        system.stop();
        files.write(report);
        Console.say(table(report, earlier) + "\nReport: " + files.json() + " and " + files.page());
        return ExitCode.OK;
    }

    private String table(JsonNode report, JsonNode earlier) {
        return compare == null
                ? FigureTable.of(report).text()
                : Comparison.of(report, earlier).text();
    }

    Plan plan() {
        return options.plan();
    }

    /** Before anything is measured that could then not be compared. */
    private static JsonNode read(Path report) {
        try {
            return Json.read(Files.readAllBytes(report));
        } catch (IOException e) {
            throw new PartFailed("--compare: no report can be read from " + report + ": " + e.getMessage(), e);
        }
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
