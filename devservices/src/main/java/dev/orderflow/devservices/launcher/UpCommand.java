package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Builds what is missing, starts everything and stops all of it on Ctrl-C (the default command).",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final int MOST_REPLICAS = 9;

    @Option(names = "--detach", description = "Return when everything is ready, and leave it running.")
    private boolean detach;

    @Option(names = "--replicas", defaultValue = "1", description = "How many of each service (ports + 100 each).")
    private int replicas;

    @Option(names = "--infrastructure", description = "Without the services: to run them from an IDE or in dev mode.")
    private boolean infrastructure;

    @Override
    public Integer call() {
        Startup startup = Startup.of(options());
        Optional<RunLock> lock = RunLock.take(startup.system().layout());
        if (lock.isEmpty()) {
            Console.say("Orderflow is held by another ./run; ./run status shows it, ./run down stops it");
            return 0;
        }
        try (RunLock _ = lock.get()) {
            hold(startup);
            return 0;
        }
    }

    private void hold(Startup startup) {
        Custody custody = Custody.of(startup.system());
        custody.during(startup::run);
        Welcome.print(startup.options(), startup.system());
        if (detach) {
            custody.letGo();
            Console.say("");
            Console.say("It runs in the background; ./run down stops it.");
        } else {
            Console.say("");
            Console.say("Ctrl-C stops everything.");
            Watch.of(startup.system()).untilAllEnded();
        }
    }

    private Options options() {
        if (replicas < 1 || replicas > MOST_REPLICAS) {
            throw new PartFailed("--replicas must be between 1 and " + MOST_REPLICAS);
        }
        Options options = CheckoutOptions.find().withReplicas(replicas);
        return infrastructure ? options.withServices(List.of()).withConsole(false) : options;
    }
}
