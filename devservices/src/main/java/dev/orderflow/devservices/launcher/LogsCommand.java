package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.OrderflowSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints the end of the logs.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 250;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "Of one process; of all if none is named.")
    private String name;

    @Option(names = "-f", description = "Go on with what is appended, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--lines", defaultValue = "50", description = "How many lines of each (${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<LogTail> tails = files().stream()
                .map(file -> new LogTail(file, name == null ? label(file) : ""))
                .toList();
        for (LogTail tail : tails) {
            tail.printLast(lines);
        }
        while (follow) {
            Thread.sleep(PAUSE_MILLIS);
            for (LogTail tail : tails) {
                tail.printNew();
            }
        }
        return 0;
    }

    private List<Path> files() throws IOException {
        OrderflowSystem system = Context.system();
        if (name == null) {
            try (Stream<Path> all = Files.list(system.log("any").getParent())) {
                return all.sorted().toList();
            }
        }
        if (!Files.exists(system.log(name))) {
            throw new PartFailed(
                    "there is no log of " + name + " in " + system.log(name).getParent());
        }
        return List.of(system.log(name));
    }

    private static String label(Path file) {
        return "[" + file.getFileName().toString().replaceFirst("\\.log$", "") + "] ";
    }
}
