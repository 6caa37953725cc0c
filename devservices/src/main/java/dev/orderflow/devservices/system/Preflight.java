package dev.orderflow.devservices.system;

import dev.orderflow.devservices.process.PartFailed;
import dev.orderflow.devservices.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** What must hold before anything is started; each failure is one line that says what to do. */
public final class Preflight {

    private static final int JAVA = 25;
    private static final long SPACE = 1L << 30;

    private Preflight() {}

    /** Before everything is started. */
    public static void check(OrderflowSystem system) {
        check(system, Set.copyOf(system.wantedPorts().values()));
    }

    /** Before these parts are started. */
    public static void check(OrderflowSystem system, Set<String> parts) {
        checkJava();
        checkSpace(system.layout().root());
        checkPorts(system, parts);
    }

    private static void checkJava() {
        int version = Runtime.version().feature();
        if (version < JAVA) {
            throw new PartFailed("Orderflow needs Java " + JAVA + " or later; this is " + version);
        }
    }

    private static void checkSpace(Path data) {
        try {
            long left = Files.getFileStore(Files.createDirectories(data)).getUsableSpace();
            if (left < SPACE) {
                throw new PartFailed("the disk of " + data + " has only " + (left >> 20) + " MB left; 1 GB is needed");
            }
        } catch (IOException e) {
            throw new PartFailed(data + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static void checkPorts(OrderflowSystem system, Set<String> parts) {
        String taken = system.wantedPorts().entrySet().stream()
                .filter(wanted -> parts.contains(wanted.getValue()))
                .filter(wanted -> !Ports.isFree(wanted.getKey()))
                .map(wanted -> describe(wanted.getKey(), wanted.getValue()))
                .collect(Collectors.joining("; "));
        if (!taken.isEmpty()) {
            throw new PartFailed(taken + " (ORDERFLOW_PORT_OFFSET=10000 moves all ports)");
        }
    }

    private static String describe(int port, String part) {
        String owner = PortOwner.find(port).map(it -> " by " + it).orElse("");
        return "port " + port + ", which " + part + " needs, is taken" + owner;
    }
}
