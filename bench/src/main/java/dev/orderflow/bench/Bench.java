package dev.orderflow.bench;

import dev.orderflow.devservices.process.PartFailed;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The program behind {@code ./run bench}. */
@Command(
        name = "./run bench",
        description = "Measures a system of its own, beside the developer's (docs/performance.md).",
        mixinStandardHelpOptions = true,
        subcommands = {DataCommand.class, ReadsCommand.class})
public final class Bench implements Callable<Integer> {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        var line = new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> fail(failure));
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.out);
        return ExitCode.USAGE;
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
