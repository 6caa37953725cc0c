package dev.orderflow.devservices.launcher;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Wait;
import dev.orderflow.devservices.system.CheckoutOptions;
import dev.orderflow.devservices.system.Options;
import dev.orderflow.devservices.system.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Quarkus' dev mode of a service, in the foreground of this terminal: its keys are those of Quarkus. */
record DevModeProcess(Options options, Service service) {

    private static final Duration FIRST_START = Duration.ofMinutes(5);
    private static final int ENDS_WITHIN_SECONDS = 20;

    /**
     * Returns when dev mode has ended.
     *
     * @return its exit code
     */
    int run() {
        Process process = start();
        // Ctrl-C reaches dev mode as well, a signal to this process alone does not.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        if (service == Service.ORDER || service == Service.INVENTORY) {
            Thread.startVirtualThread(() -> fillCatalogue(process));
        }
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Process start() {
        List<String> command =
                List.of(Installation.home().resolve("mvnw").toString(), "quarkus:dev", "-pl", service.module());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Installation.home().toFile())
                .inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment()
                .put(CheckoutOptions.DATA, options.data().toAbsolutePath().toString());
        builder.environment().put(CheckoutOptions.PORT_OFFSET, Integer.toString(options.portOffset()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PartFailed("dev mode cannot be run: " + e.getMessage(), e);
        }
    }

    /** The sample products need order and inventory, so they had to wait for dev mode. */
    private void fillCatalogue(Process process) {
        Startup everything = Startup.of(options);
        Wait.until(() -> !process.isAlive() || isReady(everything), FIRST_START);
        if (process.isAlive() && isReady(everything)) {
            try {
                everything.loadCatalogue();
            } catch (PartFailed e) {
                Console.say(e.getMessage());
            }
        }
    }

    private boolean isReady(Startup everything) {
        return everything.system().answers(service.module());
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(ENDS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
