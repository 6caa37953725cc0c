package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.Installation;
import dev.orderflow.devservices.process.PartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The system that {@code ./run} and dev mode speak of when nothing else is said: its data directory and its ports. */
public final class CheckoutOptions {

    public static final String DATA = "ORDERFLOW_DATA";
    public static final String PORT_OFFSET = "ORDERFLOW_PORT_OFFSET";

    private static final String TRACES = "ORDERFLOW_TRACES";
    private static final String OTHER_COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final int HIGHEST_OFFSET = 50_000;

    private CheckoutOptions() {}

    /** As the environment says, else as this checkout has it. */
    public static Options find() {
        Path data = Optional.ofNullable(System.getenv(DATA))
                .map(Path::of)
                .orElseGet(() -> Installation.home().resolve(".data"));
        return Options.at(data, portOffset(data)).withTraces(isTraced());
    }

    /** Unless it is turned off, or somebody has a collector of their own. */
    private static boolean isTraced() {
        return !"off".equals(System.getenv(TRACES)) && System.getenv(OTHER_COLLECTOR) == null;
    }

    /** Later commands find the ports of a system by its data, whatever their own environment says. */
    public static void remember(Options options) {
        try {
            Files.createDirectories(options.data());
            Files.writeString(offsetFile(options.data()), Integer.toString(options.portOffset()));
        } catch (IOException e) {
            throw new PartFailed(options.data() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static int portOffset(Path data) {
        String text = Optional.ofNullable(System.getenv(PORT_OFFSET)).orElseGet(() -> remembered(data));
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_OFFSET) {
            throw new PartFailed(PORT_OFFSET + " must be between 0 and " + HIGHEST_OFFSET + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static String remembered(Path data) {
        try {
            return Files.exists(offsetFile(data))
                    ? Files.readString(offsetFile(data)).strip()
                    : "0";
        } catch (IOException e) {
            throw new PartFailed(offsetFile(data) + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Path offsetFile(Path data) {
        return data.resolve("port-offset");
    }
}
