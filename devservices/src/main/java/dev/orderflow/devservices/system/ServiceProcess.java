package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.ChildProcess;
import dev.orderflow.devservices.process.HttpProbe;
import dev.orderflow.devservices.process.Launch;
import dev.orderflow.devservices.process.Layout;
import dev.orderflow.devservices.process.Part;
import dev.orderflow.devservices.process.PartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One replica of a service, from what was built of it.
 *
 * @param options say what it is run from
 * @param variables its whole configuration
 */
record ServiceProcess(
        Layout layout, Service service, String name, int port, Options options, Map<String, String> variables)
        implements Part {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);
    /** A cache is written after the end of the service, by a second JVM that loads all of its classes again. */
    private static final Duration CACHE_TIMEOUT = Duration.ofMinutes(3);

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, name);
    }

    @Override
    public void launch() {
        Path program = options.program(service);
        if (!Files.isRegularFile(program)) {
            throw new PartFailed(name + " is not built: " + program + " is missing");
        }
        process().start(new Launch(ServiceCommand.of(options.packaging(), program, variables), variables));
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
        process().stop(options.packaging() == Packaging.AOT_CACHE ? CACHE_TIMEOUT : STOP_TIMEOUT);
    }
}
