package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The system that {@code ./run} and dev mode speak of when nothing else is said: its data directory and its ports. */
public final class CheckoutOptions {

    public static final String DATA = "ORDERFLOW_DATA";
    public static final String PORT_OFFSET = "ORDERFLOW_PORT_OFFSET";

    private static final String TRACES = "ORDERFLOW_TRACES";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String OTHER_COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final int HIGHEST_OFFSET = 50_000;

    private CheckoutOptions() {}

    /** As the environment says, else as it was said when the system was started before, else as this checkout has it. */
    public static Options find() {
        return find(System.getenv());
    }

    static Options find(Map<String, String> environment) {
        Path data = Optional.ofNullable(environment.get(DATA))
                .map(Path::of)
                .orElseGet(() -> Installation.home().resolve(".data"));
        return Options.at(data, portOffset(data, environment))
                .withConsole(true)
                .withTraces(isTraced(data, environment));
    }

    /** Unless it is turned off, or somebody has a collector of their own. */
    private static boolean isTraced(Path data, Map<String, String> environment) {
        String said = said(TRACES, environment, tracesFile(data), ON);
        return !said.equals(OFF) && !environment.containsKey(OTHER_COLLECTOR);
    }

    /** Later commands find the system by its data: they know its ports, and whether it has a collector. */
    public static void remember(Options options) {
        remember(options, System.getenv());
    }

    static void remember(Options options, Map<String, String> environment) {
        try {
            Files.createDirectories(options.data());
            Files.writeString(offsetFile(options.data()), Integer.toString(options.portOffset()));
            if (environment.containsKey(TRACES)) {
                Files.writeString(tracesFile(options.data()), environment.get(TRACES));
            }
        } catch (IOException e) {
            throw new PartFailed(options.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static int portOffset(Path data, Map<String, String> environment) {
        String text = said(PORT_OFFSET, environment, offsetFile(data), "0");
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_OFFSET) {
            throw new PartFailed(PORT_OFFSET + " must be between 0 and " + HIGHEST_OFFSET + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String said(String name, Map<String, String> environment, Path remembered, String otherwise) {
        if (environment.containsKey(name)) {
            return environment.get(name);
        }
        try {
            return Files.exists(remembered) ? Files.readString(remembered).strip() : otherwise;
        } catch (IOException e) {
            throw new PartFailed(remembered + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path offsetFile(Path data) {
        return data.resolve("port-offset");
    }

    /** Beside the directories of the parts, of which one is the collector's. */
    private static Path tracesFile(Path data) {
        return data.resolve("traces-wanted");
    }
}
