package dev.orderflow.bench;

import dev.orderflow.bench.saga.Plan;
import dev.orderflow.bench.saga.Plan.Measure;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a measurement may be told: which parts, and how large. */
final class PlanOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--parts",
            split = ",",
            description = "Some of ${COMPLETION-CANDIDATES}, with commas between (all).")
    private List<Measure> parts = List.of(Measure.values());

    @Option(names = "--rate", split = ",", description = "Orders a second for the saga; a run for each (50,100).")
    private List<Double> rates = List.of(50.0, 100.0);

    @Option(names = "--seconds", defaultValue = "30", description = "How long each run takes (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--hold",
            defaultValue = "60",
            description = "Seconds for which a rate is held to be called stable (${DEFAULT-VALUE}).")
    private int hold;

    @Option(
            names = "--accept",
            defaultValue = "50000",
            description = {
                "Orders of each run of accept at most (${DEFAULT-VALUE}: 10 s at 5,000 a second).",
                "All of them are carried out before the next run."
            })
    private int accepted;

    @Option(
            names = "--accept-seconds",
            defaultValue = "10",
            description = "How long each run of accept takes at most (${DEFAULT-VALUE}).")
    private int accepting;

    @Option(names = "--backlog", defaultValue = "20000", description = "Orders that are drained (${DEFAULT-VALUE}).")
    private int backlog;

    @Option(names = "--requests", defaultValue = "50000", description = "Of the flash sale (${DEFAULT-VALUE}).")
    private int requests;

    /** @throws ParameterException if a figure makes no sense; found out before anything is started */
    Plan plan() {
        rates.forEach(rate -> require(rate > 0, "--rate"));
        require(seconds > 0, "--seconds");
        require(hold > 0, "--hold");
        require(accepted > 0, "--accept");
        require(accepting > 0, "--accept-seconds");
        require(backlog > 0, "--backlog");
        require(requests > 0, "--requests");
        return new Plan(
                parts,
                rates,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(hold),
                accepted,
                Duration.ofSeconds(accepting),
                backlog,
                requests);
    }

    private void require(boolean holds, String option) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), option + " must be above 0");
        }
    }
}
