package dev.orderflow.bench.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.orderflow.devservices.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** What was measured on, and what else was going on there: figures of two machines, or of a busy one, can't be compared. */
public final class Machine {

    private static final Path LOAD = Path.of("/proc/loadavg");

    private Machine() {}

    /** The machine, and its load at the moment that is so called. */
    public static ObjectNode now(String moment) {
        var node = Json.object()
                .put("at", Instant.now().toString())
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString());
        return node.setAll(load(moment));
    }

    /** Runnable and waiting tasks, as means of one, five and fifteen minutes; then those of this moment, of all. */
    public static ObjectNode load(String moment) {
        try {
            var fields = Files.readString(LOAD).split(" ");
            return Json.object().put("load " + moment, String.join(" ", fields[0], fields[1], fields[2], fields[3]));
        } catch (IOException notLinux) {
            return Json.object();
        }
    }
}
