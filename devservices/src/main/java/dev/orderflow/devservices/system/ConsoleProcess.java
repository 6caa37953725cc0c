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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The web page in front of the services. No service: it has no database and no events, and nothing waits for it; drills and
 * benchmarks run without it.
 */
record ConsoleProcess(Layout layout, PortPlan ports) implements Part {

    static final String NAME = "console";

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final String UPSTREAM = "ORDERFLOW_CONSOLE_UPSTREAMS_";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return ports.console();
    }

    @Override
    public ChildProcess process() {
        return new ChildProcess(layout, NAME);
    }

    @Override
    public void launch() {
        Path program = Packaging.JVM.program(Installation.home().resolve(NAME).resolve("target"));
        if (!Files.isRegularFile(program)) {
            throw new PartFailed(NAME + " is not built: " + program + " is missing");
        }
        Map<String, String> variables = variables();
        process().start(new Launch(ServiceCommand.of(Packaging.JVM, program, variables), variables));
    }

    @Override
    public boolean isReady() {
        return HttpProbe.isOk(port(), "/q/health/ready");
    }

    @Override
    public void stop() {
        process().stop(STOP_TIMEOUT);
    }

    /** Of each service it knows the first replica. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port()));
        variables.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        for (Service service : Service.values()) {
            variables.put(
                    UPSTREAM + service.module().toUpperCase(Locale.ROOT),
                    "http://localhost:" + ports.service(service, 1));
        }
        return variables;
    }
}
