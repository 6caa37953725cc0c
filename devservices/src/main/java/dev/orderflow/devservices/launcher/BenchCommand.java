package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.outside.OutsideParty;
import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Builds the benchmark and the services, and hands over to the benchmark: a module and a JVM of its own, since it is in no
 * service and its cost is told apart from the launcher's. All arguments are its own.
 */
@Command(name = "bench", description = "Measures a system of its own; \"bench --help\" lists what.")
final class BenchCommand implements Callable<Integer> {

    private static final String MAIN = "dev.orderflow.bench.Bench";

    /** Real parties are on machines of their own: these are to take as little of this one as they can. */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Build build = new Build(Context.system().log("build"));
        build.ensure(Stream.of(Service.values()).map(Service::module).toList());
        build.ensureBench();
        Process bench = start();
        // On Ctrl-C both get the signal; this one waits until the other has stopped what it had started.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bench)));
        return bench.waitFor();
    }

    private Process start() {
        try {
            var bench = new ProcessBuilder(command()).inheritIO();
            bench.environment().putIfAbsent(OutsideParty.MORE_OPTIONS, BOTH_COMPILERS);
            return bench.start();
        } catch (IOException e) {
            throw new PartFailed("the benchmark can't be started: " + e.getMessage(), e);
        }
    }

    private static void end(Process bench) {
        bench.destroy();
        try {
            bench.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> command() {
        Path home = Installation.home();
        String classPath = Stream.of(
                        "bench/target/classes",
                        "devservices/target/classes",
                        "contracts/target/classes",
                        "client/target/classes",
                        "devservices/target/lib/*",
                        "bench/target/lib/*")
                .map(part -> home.resolve(part).toString())
                .collect(Collectors.joining(":"));
        List<String> command = new ArrayList<>(List.of(
                Installation.javaExecutable().toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorderflow.home=" + home,
                "-cp",
                classPath,
                MAIN));
        command.addAll(arguments);
        return command;
    }
}
