package dev.orderflow.devservices.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The program behind {@code ./run}. Without a command it is {@code up}. */
@Command(
        name = "./run",
        description = "Starts and runs Orderflow on this machine.",
        mixinStandardHelpOptions = true,
        version = "1.0.0",
        subcommands = {
            UpCommand.class,
            DevCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            ResetCommand.class,
            TokenCommand.class,
            CatalogCommand.class,
            DemoCommand.class,
            KillCommand.class,
            StartCommand.class,
            TraceCommand.class,
            DeadLettersCommand.class,
            AnalyticsCommand.class,
            DrillCommand.class,
            BenchCommand.class
        })
public final class Run implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Run())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, result) -> Console.fail(failure))
                .setParameterExceptionHandler((failure, arguments) -> misuse(failure));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        return spec.commandLine().getSubcommands().get("up").execute();
    }

    private static int misuse(ParameterException failure) {
        System.err.println(failure.getMessage() + " (./run --help lists the commands)");
        return CommandLine.ExitCode.USAGE;
    }
}
