package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.HttpProbe;
import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.PartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One replica of a service, from its built application. {@code ORDERFLOW_SERVICE_OPTIONS} adds options to its JVM.
 *
 * @param variables its whole configuration
 */
record ServiceProcess(Layout layout, Service service, String name, int port, Map<String, String> variables)
        implements Part {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);
    /** Five of them on two cores are up in half the time. What is measured at its best takes it back by its options. */
    private static final String FIRST_COMPILER_ONLY = "-XX:TieredStopAtLevel=1";

    private static final String MORE_OPTIONS = "ORDERFLOW_SERVICE_OPTIONS";

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, name);
    }

    @Override
    public void launch() {
        Path application = application(service);
        if (!Files.isRegularFile(application)) {
            throw new PartFailed(name + " is not built: " + application + " is missing");
        }
        process().start(new Launch(command(application), variables));
    }

    @Override
    public boolean isReady() {
        return HttpProbe.isOk(port, "/q/health/ready");
    }

    /** Readiness includes migrations and reading what must be known, so it may take longer than that of other parts. */
    @Override
    public void start() {
        if (!process().isRunning()) {
            launch();
        }
        awaitReady(START_TIMEOUT);
    }

    @Override
    public void stop() {
        process().stop(STOP_TIMEOUT);
    }

    static Path application(Service service) {
        return Installation.home().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static List<String> command(Path application) {
        List<String> command = new ArrayList<>(List.of(
                Installation.javaExecutable().toString(),
                "-Xmx256m",
                // Half dead is worse than dead: what is gone is started again.
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                FIRST_COMPILER_ONLY,
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        String more = System.getenv().getOrDefault(MORE_OPTIONS, "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" +")));
        }
        command.addAll(List.of("-jar", application.toString()));
        return command;
    }
}
